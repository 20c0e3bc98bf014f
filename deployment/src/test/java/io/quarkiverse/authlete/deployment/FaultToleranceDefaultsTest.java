package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.runtime.call.FaultToleranceDefaults;

/** The defaults of the injected clients come from the annotations on {@code TokenApi}. */
class FaultToleranceDefaultsTest {

    @Test
    void theBuildReadsTheAnnotations() {
        assertThat(FaultToleranceProcessor.read())
                .isEqualTo(new FaultToleranceDefaults(10_000, 3, 500, 30_000, 20, 0.5, 5_000, 1));
    }
}

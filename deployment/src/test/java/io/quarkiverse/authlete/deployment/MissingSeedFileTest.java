package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MissingSeedFileTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.seed", "no/such.json")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "quarkus.authlete.devservices.seed does not exist: no/such.json"));

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}

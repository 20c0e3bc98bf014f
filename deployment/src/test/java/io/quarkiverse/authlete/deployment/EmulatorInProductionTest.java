package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkus.test.QuarkusProdModeTest;

/** An application that needs the emulator in production does not build. */
class EmulatorInProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClass(LeftBehind.class))
            .assertBuildException(failure -> assertThat(failure).hasStackTraceContaining(AuthleteEmulator.class.getName()
                    + " is injected at " + LeftBehind.class.getName() + "#emulator, but there is no emulator in production")
                    .hasStackTraceContaining("Inject it in tests (src/test) only"));

    @Test
    void isNotBuilt() {
        fail("The build must fail");
    }

    @Singleton
    public static class LeftBehind {

        @Inject
        AuthleteEmulator emulator;
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkus.arc.InactiveBeanException;

/** A service with a region or a URL gets nothing from the emulator. */
class NoEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.region", "us")
            .overrideConfigKey("quarkus.authlete.\"eu\".url", "https://authlete.example.com");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    Instance<AuthleteEmulator> emulator;

    @Inject
    @AuthleteServiceName("eu")
    Instance<AuthleteEmulator> emulatorOfEu;

    @Test
    void theHandleTellsWhy() {
        assertThatThrownBy(() -> emulator.get()).isInstanceOf(InactiveBeanException.class)
                .hasMessageContaining("the default Authlete service")
                .hasMessageContaining("quarkus.authlete.url or quarkus.authlete.region is set for this mode");
        assertThatThrownBy(() -> emulatorOfEu.get()).isInstanceOf(InactiveBeanException.class)
                .hasMessageContaining("quarkus.authlete.\"eu\".url");
    }

    @Test
    void nothingIsConfiguredByItself() {
        List<String> names = new ArrayList<>();
        ConfigProvider.getConfig().getPropertyNames().forEach(names::add);

        assertThat(names).contains("quarkus.authlete.region")
                .doesNotContain("quarkus.authlete.url", "quarkus.authlete.service-id",
                        "quarkus.authlete.\"eu\".service-id", "quarkus.authlete.\"eu\".service-access-token");
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;

/** Readiness check and metrics can be turned off although the extensions for them are there. */
class ObservabilityTurnedOffTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .setForcedDependencies(List.of(
                    Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-smallrye-health", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Metrics.class, Readiness.class))
            .overrideConfigKey("quarkus.authlete.health.enabled", "false")
            .overrideConfigKey("quarkus.authlete.metrics.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Test
    void theClientWorksWithoutThem() {
        AuthleteStub.get().reset().answerJson(200, "{\"totalCount\":5}");

        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(5);

        assertThat(Metrics.scrape().names()).noneMatch(name -> name.startsWith("authlete"));
        Readiness readiness = Readiness.ask();
        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.text()).doesNotContain("Authlete");
    }
}

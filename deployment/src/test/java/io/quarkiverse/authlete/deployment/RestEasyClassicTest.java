package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;

/** The build tells what cannot be in one application, in place of what Quarkus says about its build items. */
class RestEasyClassicTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-resteasy-client-deployment", Version.getVersion())))
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("quarkus-authlete needs the client of"
                    + " Quarkus REST, which cannot be in one application with RESTEasy Classic."));

    @Test
    void notReached() {
        Assertions.fail("The application must not be built");
    }
}

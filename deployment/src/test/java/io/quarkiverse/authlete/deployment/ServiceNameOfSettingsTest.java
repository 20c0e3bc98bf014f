package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.runtime.configuration.ConfigurationException;

/** A service can't have the name of a group of settings, because its properties would be taken for those. */
class ServiceNameOfSettingsTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(ConfigurationException.class.getName()
                    + ": @AuthleteServiceName(\"retry\"): a service can't have this name, as the properties"
                    + " quarkus.authlete.\"retry\".* have another meaning. Choose another name."));

    @Inject
    @AuthleteServiceName("retry")
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not be built");
    }
}

package io.quarkiverse.authlete.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Upper and lower case in a URL make no difference to what is encrypted. */
class ServiceUrlTest {

    @Test
    void schemeInUpperCaseIsEncryptedToo() {
        assertThat(ServiceUrl.parse("HTTPS://us.authlete.com/base%20path", false, "<default>"))
                .isEqualTo(URI.create("https://us.authlete.com/base%20path"))
                .extracting(URI::getScheme).isEqualTo("https");
    }

    @Test
    void plainHttpInUpperCaseIsRefused() {
        assertThatThrownBy(() -> ServiceUrl.parse("HTTP://us.authlete.com", false, "<default>"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("plain http");
    }

    @Test
    void loopbackInAnyCaseIsThisMachine() {
        assertThat(ServiceUrl.parse("http://LocalHost:8080", false, "<default>").getPort()).isEqualTo(8080);
    }
}

package io.quarkiverse.authlete.runtime.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceDpopTest {

    @ParameterizedTest
    @CsvSource({ "https://eu.authlete.com/api/1/x, https://eu.authlete.com/api/1/x",
            "https://eu.authlete.com/list?start=0&end=5#top, https://eu.authlete.com/list",
            "HTTPS://EU.Authlete.com:443/A, https://eu.authlete.com/A",
            "http://localhost:80/a, http://localhost/a",
            "http://localhost:8080/a, http://localhost:8080/a",
            "https://localhost:80/a, https://localhost:80/a",
            "http://[::1]:8080/a, http://[::1]:8080/a",
            "https://eu.authlete.com, https://eu.authlete.com/",
            "https://h/delete/a%2Fb%25c%3f%7e+~, https://h/delete/a%2Fb%25c%3f%7e+~" })
    void schemeAndHostInOneFormAndThePathAsItIsSent(String uri, String expected) {
        assertThat(ServiceDpop.targetUri(URI.create(uri))).isEqualTo(expected);
    }
}

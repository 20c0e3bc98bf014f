package io.quarkiverse.authlete.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** An identifier that is not refused is one segment of the path, and the server reads from it what the caller has passed. */
class RequestPathsFuzzTest {

    private static final URI BASE = URI.create("https://example.com/behind;v=1/a");
    private static final String BEFORE = "/behind;v=1/a/api/1/auth/token/delete/";
    private static final RequestValidator VALIDATOR = new RequestValidator("eu");

    @FuzzTest
    void identifiers(byte[] input) {
        String identifier = new String(input, StandardCharsets.UTF_8);
        try {
            VALIDATOR.delete(identifier);
        } catch (AuthleteInvalidRequestException refused) {
            assertThat(identifier.length() < 30 || !refused.getMessage().contains(identifier)).isTrue();
            return;
        }

        URI uri = new RequestPaths(BASE).target("1", "delete/" + RequestPaths.encode(identifier));

        assertThat(uri.getRawPath()).startsWith(BEFORE);
        String segment = uri.getRawPath().substring(BEFORE.length());
        assertThat(segment).isNotEmpty().isNotIn(".", "..");
        assertThat(segment.replaceAll("%[0-9A-F]{2}", "")).matches("[A-Za-z0-9._~-]*");
        assertThat(URLDecoder.decode(segment, StandardCharsets.UTF_8)).isEqualTo(identifier);
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getHost()).isEqualTo("example.com");
    }
}

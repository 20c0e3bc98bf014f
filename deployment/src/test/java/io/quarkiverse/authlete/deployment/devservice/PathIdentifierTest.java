package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdentifierTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    /** The path goes out exactly as written. */
    private int delete(String rawIdentifier) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url("/delete/" + rawIdentifier))).DELETE()
                .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = { "a/b,a%2Fb", "../x,..%2Fx", "a%2Fb,a%252Fb", "100%,100%25", "a?b=c,a%3Fb%3Dc",
            "a#b,a%23b", "a+b,a+b", "a+b,a%2Bb", "a b,a%20b", "a;b,a;b", "a;b,a%3Bb", "%20,%2520",
            "tök€n,t%C3%B6k%E2%82%ACn", "..,%2E%2E", "a\\b,a%5Cb", "a=&b,a=&b" })
    void isDecodedOnce(String value, String path) throws Exception {
        emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john", "accessToken", value));
        emulator.created("jane");
        assertThat(delete(path)).isEqualTo(204);
        assertThat(emulator.listed(Map.of()).getList("accessTokens.subject")).containsExactly("jane");
    }

    @Test
    void mayBeLong() throws Exception {
        String value = "x".repeat(20_000);
        emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john", "accessToken", value));
        assertThat(delete(value)).isEqualTo(204);
    }

    @Test
    void unencodedSlashLeadsNowhere() throws Exception {
        emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john", "accessToken", "a/b"));
        assertThat(delete("a/b")).isEqualTo(404);
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "delete/a%zz", "delete/%FF", "delete/%C3", "get/list?subject=%FF" })
    void brokenEncodingIsABadRequest(String path) {
        assertThat(emulator.sendRaw(path.startsWith("get") ? "GET" : "DELETE", URI.create(emulator.url("/")).getPath() + path))
                .startsWith("HTTP/1.1 400 ").contains(ResultCode.FRAMEWORK.code());
    }
}

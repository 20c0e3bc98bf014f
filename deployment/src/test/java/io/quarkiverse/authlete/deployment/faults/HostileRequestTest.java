package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** Values from outside stay values: they make no second header, no other path and no other parameter. */
class HostileRequestTest extends FaultTest {

    private static final String BASE = "/x;v=1/api/1/auth/token";

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL + "/x;v=1")
            .overrideRuntimeConfigKey("quarkus.authlete.headers.x-tenant", "acme");

    @Inject
    @RestClient
    TokenApi api;

    @BeforeEach
    void startAnew() {
        server.startAnew(FaultScript.GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "..;", ".;/..;", "..;/x", "..%2F", "%2e%2e", "%2E%2E/", "..\\..\\", "../", "/..", "//", "/",
            "a//b",
            "?", "#", "a&b=c", "a;b=c", "+", "a b", "%", "%zz", "%00", "{x}", "{serviceId}", "é", "\uD83D\uDE00", "a\u2028",
            "!$&'()*+,;=:@", "'\"<>|^`", "...", "~" })
    void anIdentifierIsOneSegmentOfThePathWhateverItIs(String identifier) {
        tokens.delete(identifier);
        api.delete("1", identifier, null).await().atMost(FaultMatrix.PATIENCE);
        tokens.delete("t", RequestOptions.builder().serviceId(identifier).build());

        assertThat(server.requests()).hasSize(3);
        for (ReceivedRequest request : server.requests().subList(0, 2)) {
            assertThat(request.path()).startsWith(BASE + "/delete/");
            assertSegment(request.path().substring((BASE + "/delete/").length()), identifier);
        }
        String path = server.requests().get(2).path();
        assertThat(path).startsWith("/x;v=1/api/").endsWith("/auth/token/delete/t");
        assertSegment(path.substring("/x;v=1/api/".length(), path.length() - "/auth/token/delete/t".length()), identifier);
    }

    private static void assertSegment(String segment, String value) {
        assertThat(segment.replaceAll("%[0-9A-F]{2}", "")).matches("[A-Za-z0-9._~-]*");
        assertThat(URLDecoder.decode(segment, StandardCharsets.UTF_8)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { ".", "..", " ", "", "a\r\nX-Evil: 1", "a\nb", "\u0000", "a\u007F", "a\u0085b" })
    void anIdentifierThatIsUnsafeEvenSoIsNotSent(String identifier) {
        assertRefused("accessTokenIdentifier", () -> tokens.delete(identifier));
        assertRefused("accessTokenIdentifier", () -> api.delete("1", identifier, null).await().indefinitely());
        assertRefused("serviceId", () -> api.list(identifier, null, null, null, null, null, null).await().indefinitely());
        assertRefused("serviceId", () -> tokens.list(TokenListRequest.all(),
                RequestOptions.builder().serviceId(identifier).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a&end=9", "a%26end%3D9", "%", "%zz", "{subject}", "{", "a#b", "a+b", "a b", "a=b", "é", ";x",
            "a\r\nX-Evil: 1", "\u0000", "\uD83D\uDE00", "?", "/../.." })
    void aFilterIsOneParameterOfTheQueryWhateverItIs(String subject) {
        tokens.list(TokenListRequest.builder().subject(subject).clientIdentifier(subject).range(0, 2).build());

        assertThat(server.requests()).hasSize(1);
        String path = server.requests().get(0).path();
        assertThat(path).startsWith(BASE + "/get/list?").doesNotContain("#");
        Map<String, String> query = Arrays.stream(path.substring(path.indexOf('?') + 1).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
        assertThat(query).isEqualTo(Map.of("subject", subject, "clientIdentifier", subject, "start", "0", "end", "2"));
        assertHeaders(server.requests().get(0), Map.of());
    }

    @Test
    void textThatIsNoUnicodeIsNotSent() {
        assertRefused("subject", () -> tokens.list(TokenListRequest.builder().subject("a\uD83D").build()));
        assertRefused("clientIdentifier", () -> tokens.list(TokenListRequest.builder().clientIdentifier("\uDE00").build()));
        assertRefused("accessTokenIdentifier", () -> tokens.delete("a\uD83D"));
        assertRefused("request", () -> tokens.revoke(TokenRevokeRequest.subject("a\uD83D")));
        assertRefused("request", () -> tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
                .scopes("\uD83D").build()));
        assertRefused("request", () -> api.revoke("1", TokenRevokeRequest.subject("a\uD83D"), null).await().indefinitely());
    }

    @Test
    void aHeaderOfACallIsSentOnceAndAsItIs() {
        tokens.list(TokenListRequest.all(),
                RequestOptions.builder().header("X-TENANT", "other").header("x-request-id", "1")
                        .header("X-Request-Id", "2: \t,")
                        .header("X-Empty", "").build());

        assertHeaders(server.requests().get(0), Map.of("x-tenant", List.of("other"), "x-request-id", List.of("1", "2: \t,"),
                "x-empty", List.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rb", "\u0000", "a\u007F", "é", "\u0130", "\u560D\u560A", " a",
            "a ", "\ta", "\u0085", "\uD83D\uDE00" })
    void aHeaderValueThatHttpDoesNotAllowIsNotSent(String value) {
        assertThat(refusedHeader("X-Request-Id", value).getMessage()).contains("X-Request-Id");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "X-A\r\nX-Evil", "X A", "X:A", ":path", "X\u0000", "é", "X-A\u0130", "(x)" })
    void aHeaderNameThatHttpDoesNotAllowIsNotSent(String name) {
        assertThat(refusedHeader(name, "value").getMessage()).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Authorization", "AUTHORIZATION", "dpop", "DPoP", "Proxy-authorization", "hOST", "Content-Type",
            "content-length", "Transfer-Encoding", "Content-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "TE",
            "Trailer", "Upgrade", "Expect", "Accept", "accept-encoding", "User-Agent", "Range" })
    void aHeaderThatTheClientSetsIsNotSent(String name) {
        assertThat(refusedHeader(name, "1").getMessage()).contains(name).contains("set by the client");
    }

    private AuthleteInvalidRequestException refusedHeader(String name, String value) {
        RequestOptions options = RequestOptions.builder().header(name, value).build();
        assertRefused("headers", () -> api.create("1", TokenCreateRequest.builder(GrantType.IMPLICIT).build(),
                Map.of(name, List.of(value))).await().indefinitely());
        return assertRefused("headers", () -> tokens.delete("t", options));
    }

    /** By the exception, and by nothing that the server has seen. */
    private static AuthleteInvalidRequestException assertRefused(String field, Runnable call) {
        server.startAnew(FaultScript.GOOD);
        int connections = server.connectionsSoFar();

        AuthleteInvalidRequestException refusal = catchThrowableOfType(AuthleteInvalidRequestException.class, call::run);

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refusal.attempts()).isZero();
        assertThat(server.requests()).isEmpty();
        assertThat(server.connectionsSoFar()).isEqualTo(connections);
        return refusal;
    }

    private static void assertHeaders(ReceivedRequest request, Map<String, List<String>> expected) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.head().lines().skip(1).filter(line -> !line.isEmpty()).map(line -> line.split(": ?", 2))
                .forEach(header -> headers.merge(header[0], List.of(header[1]),
                        (first, second) -> java.util.stream.Stream.concat(first.stream(), second.stream()).toList()));
        assertThat(headers.keySet()).allMatch(name -> List.of("authorization", "user-agent", "accept", "host", "x-tenant")
                .contains(name.toLowerCase()) || expected.containsKey(name.toLowerCase()));
        expected.forEach((name, values) -> assertThat(headers.get(name)).isEqualTo(values));
        assertThat(headers.get("authorization")).containsExactly("Bearer api-token");
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** What is configured for all REST clients of an application does not change what is sent to Authlete, nor to whom. */
class GlobalKeysTest {

    private static final int PORT = Ports.of(GlobalKeysTest.class, "server");
    private static final int ELSEWHERE = Ports.of(GlobalKeysTest.class, "elsewhere");

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix
            .configure("http://127.0.0.1:" + PORT, Other.class, Spy.class)
            .withServer()
            .overrideConfigKey("quarkus.http.enable-compression", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.other.url", "http://127.0.0.1:" + PORT)
            .overrideRuntimeConfigKey("quarkus.rest-client.headers.Authorization", "Bearer of-all-clients")
            .overrideRuntimeConfigKey("quarkus.rest-client.headers.X-Of-All-Clients", "1")
            .overrideRuntimeConfigKey("quarkus.rest-client.providers", Spy.class.getName())
            .overrideRuntimeConfigKey("quarkus.rest-client.proxy-address", "127.0.0.1:" + ELSEWHERE)
            .overrideRuntimeConfigKey("quarkus.rest-client.user-agent", "all-clients")
            .overrideRuntimeConfigKey("quarkus.rest-client.enable-compression", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.http2", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.alpn", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.keep-alive-enabled", "false")
            .overrideRuntimeConfigKey("quarkus.rest-client.connection-ttl", "1000")
            .overrideRuntimeConfigKey("quarkus.rest-client.read-timeout", "1")
            .overrideRuntimeConfigKey("quarkus.rest-client.follow-redirects", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.logging.scope", "all")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.headers.Authorization", "Bearer of-all-clients")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.proxy-address", "127.0.0.1:" + ELSEWHERE)
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.enable-response-decompression", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.http2", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.logging.scope", "all")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("org.jboss.resteasy.reactive.client.logging"))
            .assertLogRecords(records -> assertThat(records).noneMatch(record -> record.getMessage().contains("/api/1")));

    static FaultServer server;
    static FaultServer elsewhere;

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @RestClient
    Other other;

    @BeforeAll
    static void startServers() throws IOException {
        server = FaultServer.start(PORT);
        elsewhere = FaultServer.start(ELSEWHERE);
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        elsewhere.close();
    }

    @BeforeEach
    void forget() {
        server.startAnew(FaultScript.GOOD);
        elsewhere.startAnew(FaultScript.GOOD);
        Spy.SEEN.clear();
    }

    @Test
    void theInjectedClientSendsWhatItAlwaysSends() {
        tokens.create(CREATE);
        tokens.list(TokenListRequest.all());

        assertUntouched();
    }

    @Test
    void theDeclarativeClientSendsWhatItAlwaysSends() {
        api.create("1", CREATE, null).await().indefinitely();
        api.list("1", null, null, null, null, null, null).await().indefinitely();

        assertUntouched();
    }

    /** Else the tests above would be none. */
    @Test
    void otherClientsOfTheApplicationObeyThem() {
        catchThrowable(other::get);

        assertThat(Spy.SEEN).isNotEmpty();
        assertThat(server.requests()).isEmpty();
    }

    private static void assertUntouched() {
        assertThat(elsewhere.requests()).isEmpty();
        assertThat(Spy.SEEN).isEmpty();
        List<ReceivedRequest> requests = server.requests();
        assertThat(requests).hasSize(2).allSatisfy(request -> {
            String head = request.head().toLowerCase(Locale.ROOT);
            assertThat(head)
                    .contains(" http/1.1\r\n", "\r\nauthorization: bearer api-token\r\n", "\r\nuser-agent: quarkus-authlete")
                    .doesNotContain("of-all-clients", "accept-encoding", "upgrade", "connection:");
        });
        assertThat(server.openConnections()).isEqualTo(1);
    }

    @Path("/other")
    @RegisterRestClient(configKey = "other")
    interface Other {

        @GET
        String get();
    }

    public static class Spy implements ClientRequestFilter, ClientResponseFilter {

        static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

        @Override
        public void filter(ClientRequestContext request) {
            SEEN.add("request " + request.getHeaders());
            request.setUri(URI.create("http://127.0.0.1:" + ELSEWHERE + "/stolen"));
        }

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            SEEN.add("response " + request.getHeaders());
        }
    }
}

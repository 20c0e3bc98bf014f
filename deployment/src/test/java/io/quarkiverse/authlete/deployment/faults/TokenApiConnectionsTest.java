package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** The declarative REST client gives its connections back in the end. */
class TokenApiConnectionsTest extends FaultTest {

    private static final int CONNECTIONS = 2;

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL)
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "" + CONNECTIONS)
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", FaultMatrix.SHORT)
            // Longer than a busy machine takes for attempts that wait for the connections of each other.
            .overrideRuntimeConfigKey(TokenApi.class.getName() + "$$CDIWrapper/Timeout/value",
                    "" + FaultMatrix.TOTAL_TIMEOUT.multipliedBy(2).toSeconds())
            .overrideRuntimeConfigKey(TokenApi.class.getName() + "$$CDIWrapper/CircuitBreaker/enabled", "false");

    @Inject
    @RestClient
    TokenApi api;

    @Test
    void anAnswerThatStallsInItsBodyIsGivenUp() {
        assertGivenUp(FaultScript.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"));
    }

    @Test
    void anAnswerThatDripsIsGivenUp() {
        assertGivenUp(FaultScript.onRequest((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (true) {
                connection.write(" ");
                Thread.sleep(20);
            }
        }));
    }

    private void assertGivenUp(FaultScript script) {
        server.startAnew(script);
        List<CompletableFuture<TokenCreateResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 2 * CONNECTIONS; i++) {
            calls.add(create().subscribeAsCompletionStage());
        }
        for (CompletableFuture<TokenCreateResponse> call : calls) {
            assertThat(call).failsWithin(FaultMatrix.TOTAL_TIMEOUT).withThrowableThat()
                    .havingRootCause().withMessageContaining("not complete after 1000 ms");
        }

        server.play(FaultScript.GOOD);

        // The limit is for a good answer, too, which may be late on a busy machine.
        await().ignoreException(AuthleteTimeoutException.class).untilAsserted(
                () -> assertThat(create().await().atMost(FaultMatrix.PATIENCE).accessToken()).isEqualTo("new-token"));
    }

    @Test
    void whatWasGivenUpMayHaveBeenDone() {
        server.startAnew(FaultScript.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"));

        AuthleteException failure = catchThrowableOfType(AuthleteTimeoutException.class,
                () -> create().await().atMost(FaultMatrix.PATIENCE));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.requests()).hasSize(1);
    }

    private Uni<TokenCreateResponse> create() {
        return api.create("1", CREATE, null);
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** The declarative REST client gives an answer to nobody but the caller who made the request. */
class TokenApiAnswersTest extends FaultTest {

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL)
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "2");

    @Inject
    @RestClient
    TokenApi api;

    @ParameterizedTest
    @ValueSource(strings = { "100 Continue", "102 Processing", "103 Early Hints", "199 Something" })
    void anInterimAnswerIsNotTheAnswer(String status) {
        AtomicInteger number = new AtomicInteger();
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.write("HTTP/1.1 " + status + "\r\n\r\n");
            connection.answerJson(issued(number.getAndIncrement()));
        }));

        assertEachCallGetsItsOwn();
    }

    @Test
    void aSurplusAnswerIsForNobody() {
        AtomicInteger number = new AtomicInteger();
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            String answer = issued(number.getAndIncrement());
            String surplus = issued(1000);
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer
                    + "HTTP/1.1 200 OK\r\nContent-Length: " + surplus.length() + "\r\n\r\n" + surplus);
        }));

        assertEachCallGetsItsOwn();
    }

    @Test
    void anAnswerThatSwitchesProtocolsIsNone() {
        AtomicInteger number = new AtomicInteger();
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.write(number.get() > 0 ? "" : "HTTP/1.1 101 Switching Protocols\r\n\r\n");
            connection.answerJson(issued(number.getAndIncrement()));
        }));

        AuthleteException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> create().await().atMost(FaultMatrix.PATIENCE));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(create().await().atMost(FaultMatrix.PATIENCE).accessToken()).isEqualTo("token-1");
    }

    private void assertEachCallGetsItsOwn() {
        for (int i = 0; i < 3; i++) {
            assertThat(create().await().atMost(FaultMatrix.PATIENCE).accessToken()).isEqualTo("token-" + i);
        }
    }

    private Uni<TokenCreateResponse> create() {
        return api.create("1", CREATE, null);
    }

    private static String issued(int number) {
        return Answers.action("OK", "\"accessToken\":\"token-" + number + "\"");
    }
}

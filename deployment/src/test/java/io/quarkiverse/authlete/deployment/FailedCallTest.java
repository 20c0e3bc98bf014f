package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResponseException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;

class FailedCallTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "2s")
            .overrideRuntimeConfigKey("quarkus.authlete.max-response-size", "2M")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false");

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void anErrorWithAResultHasItsCodeAndMessage() {
        stub.answerJson(401, "{\"resultCode\":\"A001202\",\"resultMessage\":\"[A001202] Authorization header is missing.\"}");

        AuthleteResultException failure = catchThrowableOfType(AuthleteResultException.class, () -> tokens.create(CREATE));

        assertThat(failure.operation()).isEqualTo(TokenOperation.CREATE);
        assertThat(failure.service()).isEqualTo("<default>");
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.resultCode()).isEqualTo("A001202");
        assertThat(failure.resultMessage()).isEqualTo("[A001202] Authorization header is missing.");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure).hasMessage(
                "[A001202] Authorization header is missing. The API token comes from " + tokenSource()
                        + " [create, service <default>, HTTP 401, A001202, outcome REJECTED, attempts 1, host localhost:"
                        + System.getProperty("authlete.stub.port") + "]");
    }

    @Test
    void theRestClientTellsServerAndSourceOfTheApiTokenToo() {
        stub.answer(aResponse().withStatus(401));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> api.list("1", null, null, null, null, null, null).await().indefinitely());

        assertThat(failure).hasMessage("The server answered with HTTP status 401. The API token comes from " + tokenSource()
                + " [list, service <default>, HTTP 401, outcome REJECTED, attempts 1, host localhost:"
                + System.getProperty("authlete.stub.port") + "]");
    }

    @Test
    void aResultCodeMayBeANumber() {
        stub.answerJson(404, "{\"resultCode\":404,\"resultMessage\":\"\"}");

        AuthleteResultException failure = catchThrowableOfType(AuthleteResultException.class,
                () -> tokens.revoke(TokenRevokeRequest.accessToken("x")));

        assertThat(failure.resultCode()).isEqualTo("404");
    }

    @ParameterizedTest
    @CsvSource({ "301,REJECTED", "400,REJECTED", "404,REJECTED", "408,REJECTED", "409,REJECTED", "425,REJECTED",
            "429,REJECTED", "500,UNKNOWN", "502,UNKNOWN", "503,UNKNOWN", "504,UNKNOWN", "599,UNKNOWN" })
    void theStatusDecidesTheOutcome(int status, String outcome) {
        stub.answer(status, "text/plain", "no");

        AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class, () -> tokens.create(CREATE));

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.outcome()).isEqualTo(Outcome.valueOf(outcome));
        assertThat(failure.body()).isEqualTo("no");
    }

    @Test
    void whateverTheServerAnswersInPlaceOfASuccessHasOneType() {
        for (ResponseDefinitionBuilder answer : List.of(aResponse().withStatus(503), okJson("{}").withStatus(400),
                okJson("{\"resultCode\":\"A001202\"}").withStatus(401), okJson("{\"action\":\"FORBIDDEN\"}"),
                okJson("no json"), aResponse().withStatus(302))) {
            stub.answer(answer);

            AuthleteResponseException failure = catchThrowableOfType(AuthleteResponseException.class,
                    () -> tokens.create(CREATE));

            assertThat(failure.status()).isEqualTo(answer.build().getStatus());
            AuthleteResponseException copy = (AuthleteResponseException) failure
                    .withCall(failure.call().toBuilder().attempts(7).build());
            assertThat(copy).hasSameClassAs(failure).hasMessageContaining("attempts 7");
        }
    }

    @Test
    void anHtmlPageOfAProxyIsAnHttpError() {
        stub.answer(502, "text/html", "<html><body>Bad gateway</body></html>");

        AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class,
                () -> tokens.list(TokenListRequest.all()));

        assertThat(failure.body()).isEqualTo("<html><body>Bad gateway</body></html>");
        assertThat(failure.headers()).containsKey("Content-Type");
        assertThat(failure.getMessage()).doesNotContain("html");
    }

    @Test
    void anEmptyErrorBodyIsAnHttpError() {
        stub.answer(aResponse().withStatus(500));

        AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class, () -> tokens.delete("x"));

        assertThat(failure.body()).isNull();
        assertThat(failure.resultCode()).isNull();
    }

    @Test
    void onlyTheBeginningOfAnEndlessErrorPageIsKept() {
        stub.answer(500, "text/html", "x".repeat(1_000_000));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.delete("x"));

        assertThat(failure.body()).hasSize(64 * 1024);
    }

    @Test
    void anAnswerLargerThanAllowedIsNotReadToItsEnd() {
        stub.answerJson(200, "{\"resultMessage\":\"" + "x".repeat(3_000_000) + "\"}");

        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> tokens.list(TokenListRequest.all()));

        assertThat(failure).hasMessageContaining("max-response-size");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void retryAfterIsTold() {
        stub.answer(aResponse().withStatus(429).withHeader("Retry-After", "7"));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theWaitOfAGatewayIsTold() {
        stub.answer(aResponse().withStatus(429).withHeader("Content-Type", "text/html").withHeader("RateLimit-Reset", "3")
                .withHeader("X-RateLimit-Reset", "5").withHeader("Retry-After", "7")
                .withBody("<html><body>429 Too Many Requests</body></html>"));

        AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class, () -> tokens.create(CREATE));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aDeleteIsNotDoneBecauseAProxySaysOk() {
        stub.answer(200, "text/html", "<html><body>Please log in</body></html>");

        AuthleteUnreadableResponseException failure = catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.delete("x"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.getMessage()).doesNotContain("log in");
    }

    @Test
    void aSuccessStatusWithTheResultOfAFailureIsOne() {
        stub.answerJson(200, "{\"resultCode\":\"A457101\",\"resultMessage\":\"(/revoke) [A457101] no right\",\"count\":1}");

        AuthleteUnreadableResponseException failure = catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.revoke(TokenRevokeRequest.subject("john")));

        assertThat(failure.resultCode()).isEqualTo("A457101");
        assertThat(failure).hasMessage("The answer has a success status and says that the operation failed:"
                + " (/revoke) [A457101] no right [revoke, service <default>, HTTP 200, A457101, outcome UNKNOWN, attempts 1,"
                + " host localhost:"
                + System.getProperty("authlete.stub.port") + "]");
    }

    @ParameterizedTest
    @CsvSource({ "BAD_REQUEST,REJECTED", "FORBIDDEN,REJECTED", "INTERNAL_SERVER_ERROR,UNKNOWN", "SOMETHING_NEW,UNKNOWN" })
    void anActionThatIsNotOkIsAFailureWithTheAnswer(String action, String outcome) {
        stub.answerJson(200, "{\"action\":\"%s\",\"resultCode\":\"A109201\",\"resultMessage\":\"why\"}".formatted(action));

        AuthleteActionException failure = catchThrowableOfType(AuthleteActionException.class, () -> tokens.create(CREATE));

        assertThat(failure.outcome()).isEqualTo(Outcome.valueOf(outcome));
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.resultCode()).isEqualTo("A109201");
        assertThat(((TokenCreateResponse) failure.response()).action()).isEqualTo(ResponseAction.of(action));
    }

    @Test
    void anUpdateOfAnUnknownTokenIsAFailure() {
        stub.answerJson(200, "{\"action\":\"NOT_FOUND\",\"resultMessage\":\"no such token\"}");

        AuthleteActionException failure = catchThrowableOfType(AuthleteActionException.class,
                () -> tokens.update(TokenUpdateRequest.accessTokenHash("h").build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"accessToken\":\"secret-token-value\"", "<html>secret-token-value</html>",
            "{\"action\":\"OK\"} trailing secret-token-value", "[]", "\"secret-token-value\"", "null" })
    void aBodyThatIsNotTheApisIsUnreadableAndNotQuoted(String body) {
        stub.answerJson(200, body);

        AuthleteUnreadableResponseException failure = catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.create(CREATE));

        assertThat(failure).as(body).isNotNull();
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasStackTraceContaining("create");
        assertThat(failure.toString()).doesNotContain("secret-token-value");
        assertThat(failure.getCause()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 204 })
    void aMissingBodyIsUnreadable(int status) {
        stub.answer(aResponse().withStatus(status));

        assertThat(catchThrowableOfType(AuthleteUnreadableResponseException.class, () -> tokens.create(CREATE)))
                .hasMessageContaining("The answer has no body");
        assertThat(catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.list(TokenListRequest.all()))).isNotNull();
    }

    @Test
    void aDeleteMayBeAnsweredWithABody() {
        stub.answerJson(200, "{\"resultCode\":\"A161001\",\"resultMessage\":\"[A161001] deleted\"}");

        tokens.delete("x");

        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void theMediaTypeOfAGoodAnswerDoesNotMatter() {
        stub.answer(200, "text/plain", AuthleteStub.CREATED);

        assertThat(tokens.create(CREATE).accessToken()).isEqualTo("new-token");
    }

    @ParameterizedTest
    @ValueSource(strings = { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK",
            "RANDOM_DATA_THEN_CLOSE" })
    void aConnectionThatEndsBeforeTheAnswerLeavesTheOutcomeUnknown(String fault) {
        stub.answer(aResponse().withFault(Fault.valueOf(fault)));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure).isInstanceOf(AuthleteConnectionException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesTheOutcomeUnknown() {
        stub.answer(aResponse().withFixedDelay(60_000));

        AuthleteTimeoutException failure = catchThrowableOfType(AuthleteTimeoutException.class, () -> tokens.create(CREATE));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aRequestThatIsRefusedIsNotSent() {
        AuthleteInvalidRequestException failure = catchThrowableOfType(AuthleteInvalidRequestException.class,
                () -> tokens.delete(".."));

        assertThat(failure.field()).isEqualTo("accessTokenIdentifier");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.attempts()).isZero();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aTokenThatTheServerQuotesIsNotInTheMessage() {
        stub.answerJson(400,
                "{\"resultCode\":\"A1\",\"resultMessage\":\"no token short-token, Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q\"}");

        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> tokens.revoke(TokenRevokeRequest.accessToken("short-token")));

        assertThat(failure.getMessage()).startsWith("[A1] no token ***, ***");
    }

    /** Versions of Quarkus differ in the name of what tests configure. */
    private static String tokenSource() {
        ConfigValue token = ConfigProvider.getConfig().getConfigValue("quarkus.authlete.service-access-token");
        return token.getName() + " (" + token.getSourceName() + ")";
    }
}

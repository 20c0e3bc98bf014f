package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;

/**
 * A retry of a delete whose outcome is unknown may find nothing: the token is gone, whatever status the server says it with.
 */
class DeletedBeforeTest {

    private static final ResponseDefinitionBuilder LOST = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms");

    @Inject
    TokenOperations tokens;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @ParameterizedTest
    @CsvSource({ "404,A161202", "400,A161202", "403,A161202", "500,A161202", "404,A999999" })
    void afterALostAnswerItHasSucceeded(int status, String code) {
        stub.answerInTurn(LOST, result(status, code));

        tokens.delete("t");

        assertThat(stub.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "404,A161202,REJECTED", "400,A161202,REJECTED", "500,A161202,UNKNOWN" })
    void otherwiseItHasFailedAndIsNotRetried(int status, String code, String outcome) {
        stub.answer(result(status, code));

        AuthleteResultException failure = catchThrowableOfType(AuthleteResultException.class, () -> tokens.delete("t"));

        assertThat(failure.resultCode()).isEqualTo(code);
        assertThat(failure.outcome()).hasToString(outcome);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void anotherRefusalAfterALostAnswerIsAFailure() {
        stub.answerInTurn(LOST, result(403, "A161203"));

        AuthleteResultException failure = catchThrowableOfType(AuthleteResultException.class, () -> tokens.delete("t"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(stub.requests()).hasSize(2);
    }

    private static ResponseDefinitionBuilder result(int status, String code) {
        return jsonResponse("{\"resultCode\":\"" + code + "\",\"resultMessage\":\"[" + code + "] words\"}", status);
    }
}

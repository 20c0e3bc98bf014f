package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The application starts although no server is there, and each call says that nothing was sent. */
class UnreachableServerTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .service(null, "http://127.0.0.1:1")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.nowhere.retry.initial-interval", "1ms")
            .service("nowhere", "https://" + TestApplication.UNKNOWN_HOST);

    @Inject
    TokenOperations refused;

    @Inject
    @AuthleteServiceName("nowhere")
    TokenOperations nowhere;

    @Test
    void refusedConnection() {
        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> refused.list(TokenListRequest.all()));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageContaining("No connection to the server");
    }

    @Test
    void unknownHost() {
        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> nowhere.list(TokenListRequest.all()));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.service()).isEqualTo("nowhere");
        assertThat(failure).hasMessageContaining("The host name could not be resolved");
    }
}

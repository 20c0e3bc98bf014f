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
import io.quarkus.test.QuarkusUnitTest;

/** The application starts although no server is there, and each call says that nothing was sent. */
class UnreachableServerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://127.0.0.1:1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.nowhere.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.nowhere.url", "https://no-such-host.invalid")
            .overrideRuntimeConfigKey("quarkus.authlete.nowhere.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.nowhere.service-access-token", "t");

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

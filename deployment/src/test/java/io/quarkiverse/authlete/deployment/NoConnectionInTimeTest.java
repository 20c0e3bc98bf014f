package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.subscription.Cancellable;

/** A request that waits for a connection until its time is over was not sent, and is not sent afterwards. */
class NoConnectionInTimeTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.total-timeout", "60s");

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void aCreateIsToldNotToHaveBeenSentAndIsNot() {
        stub.answer(aResponse().withFixedDelay(30_000));
        Cancellable first = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() == 1);

        AuthleteTimeoutException failure = catchThrowableOfType(AuthleteTimeoutException.class,
                () -> tokens.create(CREATE, RequestOptions.builder().timeout(Duration.ofMillis(300)).build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.safeToRetry()).isTrue();

        first.cancel();
        stub.answerJson(200, "{\"totalCount\":5}");
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(5);
        assertThat(stub.requests()).noneMatch(request -> request.getUrl().endsWith("/create"));
    }

    @Test
    void aRequestThatWasSentIsNot() {
        stub.answer(aResponse().withFixedDelay(30_000));

        AuthleteTimeoutException failure = catchThrowableOfType(AuthleteTimeoutException.class,
                () -> tokens.create(CREATE, RequestOptions.builder().timeout(Duration.ofSeconds(2)).build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("The token may have been issued");
        assertThat(stub.requests()).hasSize(1);
    }
}

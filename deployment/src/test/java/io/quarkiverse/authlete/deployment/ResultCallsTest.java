package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.WireMock;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.TokenResultOperations;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Calls that return a failure in place of throwing it. */
class ResultCallsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = AuthleteStub.configure(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();
    static final TokenBatchRequest BATCH = TokenBatchRequest.of(CREATE.toBuilder().accessToken("t").build());
    static final TokenUpdateRequest UPDATE = TokenUpdateRequest.tokenId("t").build();
    static final TokenRevokeRequest REVOKE = TokenRevokeRequest.subject("john");

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
    void aSuccessHoldsTheValue() {
        stub.answerJson(200, AuthleteStub.CREATED);

        TokenResult<String> accessToken = tokens.attempt().create(CREATE).map(created -> created.accessToken());

        assertThat(accessToken).isEqualTo(new TokenResult.Success<>("new-token"));
        assertThat(accessToken.orElseThrow()).isEqualTo("new-token");
        assertThat(accessToken.<String> fold(value -> value, failure -> "none")).isEqualTo("new-token");
        assertThat(await(reactive.attempt().create(CREATE)).isSuccess()).isTrue();
    }

    @Test
    void aDeleteSucceedsWithoutAValue() {
        stub.answer(WireMock.noContent());

        assertThat(tokens.attempt().delete("x")).isEqualTo(new TokenResult.Success<>(null));
        assertThat(await(reactive.attempt().delete("x"))).isEqualTo(new TokenResult.Success<>(null));
    }

    @Test
    void everyOperationReturnsItsFailure() {
        stub.answerJson(403, "{\"resultCode\":\"A001215\",\"resultMessage\":\"locked\"}");
        RequestOptions options = RequestOptions.none();
        TokenResultOperations attempt = tokens.attempt();
        List<Supplier<TokenResult<?>>> calls = List.of(
                () -> attempt.list(TokenListRequest.all()), () -> attempt.list(TokenListRequest.all(), options),
                () -> attempt.create(CREATE), () -> attempt.create(CREATE, options),
                () -> attempt.createBatch(BATCH), () -> attempt.createBatch(BATCH, options),
                () -> attempt.batchStatus("b"), () -> attempt.batchStatus("b", options),
                () -> attempt.awaitBatch("b"), () -> attempt.awaitBatch("b", PollingPolicy.defaults(), options),
                () -> await(reactive.attempt().createBatch(BATCH)), () -> await(reactive.attempt().createBatch(BATCH, options)),
                () -> await(reactive.attempt().batchStatus("b")), () -> await(reactive.attempt().batchStatus("b", options)),
                () -> await(reactive.attempt().awaitBatch("b")),
                () -> await(reactive.attempt().awaitBatch("b", PollingPolicy.defaults(), options)),
                () -> attempt.update(UPDATE), () -> attempt.update(UPDATE, options),
                () -> attempt.delete("x"), () -> attempt.delete("x", options),
                () -> attempt.revoke(REVOKE), () -> attempt.revoke(REVOKE, options),
                () -> await(reactive.attempt().list(TokenListRequest.all())),
                () -> await(reactive.attempt().list(TokenListRequest.all(), options)),
                () -> await(reactive.attempt().create(CREATE)), () -> await(reactive.attempt().create(CREATE, options)),
                () -> await(reactive.attempt().update(UPDATE)), () -> await(reactive.attempt().update(UPDATE, options)),
                () -> await(reactive.attempt().delete("x")), () -> await(reactive.attempt().delete("x", options)),
                () -> await(reactive.attempt().revoke(REVOKE)), () -> await(reactive.attempt().revoke(REVOKE, options)));

        for (Supplier<TokenResult<?>> call : calls) {
            assertThat(failure(call.get())).isInstanceOf(AuthleteResultException.class);
        }
        assertThat(stub.requests()).hasSize(calls.size());
    }

    @Test
    void anActionThatIsNotOkIsAFailure() {
        stub.answerJson(200, "{\"action\":\"FORBIDDEN\"}");

        assertThat(failure(tokens.attempt().create(CREATE))).isInstanceOf(AuthleteActionException.class);
    }

    @Test
    void aRequestThatCannotBeSentIsAFailureToo() {
        assertThat(failure(tokens.attempt().delete(" "))).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(failure(tokens.attempt().create(null))).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(failure(await(reactive.attempt().update(null)))).isInstanceOf(AuthleteInvalidRequestException.class);
    }

    @Test
    void orElseThrowThrowsTheFailure() {
        TokenResult<Void> result = tokens.attempt().delete("..");

        assertThatThrownBy(result::orElseThrow).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(result.map(ignored -> "x").isSuccess()).isFalse();
    }

    private static AuthleteException failure(TokenResult<?> result) {
        return ((TokenResult.Failure<?>) result).exception();
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }
}

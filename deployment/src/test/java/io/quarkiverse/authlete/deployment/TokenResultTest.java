package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.WireMock;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.smallrye.mutiny.Uni;

/** Calls that return a failure in place of throwing it. */
class TokenResultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
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

        TokenResult<String> accessToken = TokenResult.of(() -> tokens.create(CREATE)).map(created -> created.accessToken());

        assertThat(accessToken).isEqualTo(new TokenResult.Success<>("new-token"));
        assertThat(accessToken.orElseThrow()).isEqualTo("new-token");
        assertThat(accessToken.<String> fold(value -> value, failure -> "none")).isEqualTo("new-token");
        assertThat(await(TokenResult.of(reactive.create(CREATE))).isSuccess()).isTrue();
    }

    @Test
    void aDeleteSucceedsWithoutAValue() {
        stub.answer(WireMock.noContent());

        assertThat(TokenResult.run(() -> tokens.delete("x"))).isEqualTo(new TokenResult.Success<>(null));
        assertThat(await(TokenResult.of(reactive.delete("x")))).isEqualTo(new TokenResult.Success<>(null));
    }

    @Test
    void whateverIsCalledReturnsItsFailure() {
        stub.answerJson(403, "{\"resultCode\":\"A001215\",\"resultMessage\":\"locked\"}");
        List<Supplier<TokenResult<?>>> calls = List.of(
                () -> TokenResult.of(() -> tokens.list(TokenListRequest.all())),
                () -> TokenResult.of(() -> tokens.stream(TokenListRequest.all()).toList()),
                () -> TokenResult.of(() -> tokens.create(CREATE)),
                () -> TokenResult.of(() -> tokens.createBatch(BATCH)),
                () -> TokenResult.of(() -> tokens.batchStatus("b")),
                () -> TokenResult.of(() -> tokens.awaitBatch("b")),
                () -> TokenResult.of(() -> tokens.update(UPDATE)),
                () -> TokenResult.run(() -> tokens.delete("x")),
                () -> TokenResult.of(() -> tokens.revoke(REVOKE)),
                () -> TokenResult.of(() -> tokens.bulk().deleteAll(Stream.of("x")).findFirst().orElseThrow().result()
                        .orElseThrow()),
                () -> await(TokenResult.of(reactive.list(TokenListRequest.all()))),
                () -> await(TokenResult.of(reactive.stream(TokenListRequest.all()).collect().asList())),
                () -> await(TokenResult.of(reactive.create(CREATE))),
                () -> await(TokenResult.of(reactive.createBatch(BATCH))),
                () -> await(TokenResult.of(reactive.batchStatus("b"))),
                () -> await(TokenResult.of(reactive.awaitBatch("b"))),
                () -> await(TokenResult.of(reactive.update(UPDATE))),
                () -> await(TokenResult.of(reactive.delete("x"))),
                () -> await(TokenResult.of(reactive.revoke(REVOKE))));

        for (Supplier<TokenResult<?>> call : calls) {
            assertThat(failure(call.get())).isInstanceOf(AuthleteResultException.class);
        }
        assertThat(stub.requests()).hasSize(calls.size());
    }

    @Test
    void aCallIsMadeForEachSubscription() {
        stub.answerJson(200, AuthleteStub.CREATED);
        Uni<TokenResult<TokenCreateResponse>> result = TokenResult.of(reactive.create(CREATE));
        assertThat(stub.requests()).isEmpty();

        await(result);
        await(result);

        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whatIsNoFailureOfACallIsThrown() {
        AssertionError error = new AssertionError();
        IllegalStateException mistake = new IllegalStateException();

        assertThatThrownBy(() -> TokenResult.run(() -> {
            throw error;
        })).isSameAs(error);
        assertThatThrownBy(() -> TokenResult.of(() -> {
            throw mistake;
        })).isSameAs(mistake);
        assertThatThrownBy(() -> await(TokenResult.of(Uni.createFrom().failure(mistake)))).isSameAs(mistake);
        assertThatThrownBy(() -> await(TokenResult.of(Uni.createFrom().failure(error)))).hasRootCause(error);
    }

    @Test
    void anActionThatIsNotOkIsAFailure() {
        stub.answerJson(200, "{\"action\":\"FORBIDDEN\"}");

        assertThat(failure(TokenResult.of(() -> tokens.create(CREATE)))).isInstanceOf(AuthleteActionException.class);
    }

    @Test
    void aRequestThatCannotBeSentIsAFailureToo() {
        assertThat(failure(TokenResult.run(() -> tokens.delete(" ")))).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(failure(TokenResult.of(() -> tokens.create(null)))).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(failure(await(TokenResult.of(reactive.update(null))))).isInstanceOf(AuthleteInvalidRequestException.class);
    }

    @Test
    void orElseThrowThrowsTheFailure() {
        TokenResult<Void> result = TokenResult.run(() -> tokens.delete(".."));

        assertThatThrownBy(result::orElseThrow).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(result.map(ignored -> "x").isSuccess()).isFalse();
    }

    private static AuthleteException failure(TokenResult<?> result) {
        return ((TokenResult.Failure<?>) result).exception();
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofMinutes(1));
    }
}

package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;

/** So many calls are in flight, so many wait, and what comes on top fails at once without being sent. */
class BulkheadTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.bulkhead.limit", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.bulkhead.queue-size", "3");

    @Inject
    ReactiveTokenOperations reactive;

    @Test
    void twoAreSentThreeWaitAndOneIsRefused() {
        AuthleteStub stub = AuthleteStub.get().reset()
                .answer(aResponse().withStatus(200).withBody("{\"totalCount\":1}").withFixedDelay(700));

        List<CompletableFuture<TokenResult<TokenListResponse>>> calls = IntStream.range(0, 6)
                .mapToObj(i -> TokenResult.of(reactive.list(TokenListRequest.all())).subscribeAsCompletionStage())
                .toList();

        AuthleteException refused = ((TokenResult.Failure<?>) calls.get(5).join()).exception();
        assertThat(refused).isInstanceOf(AuthleteCallNotPermittedException.class);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refused.attempts()).isZero();
        await().until(() -> stub.requests().size() == 2);
        assertThat(calls.subList(0, 5)).allMatch(call -> call.join().isSuccess());
        assertThat(stub.requests()).hasSize(5);
    }
}

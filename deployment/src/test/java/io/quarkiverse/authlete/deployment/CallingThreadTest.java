package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Which threads may call, what the others are told, and where callers go on. */
class CallingThreadTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .settings(null, "retry.initial-interval=10ms");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    Vertx vertx;

    @BeforeEach
    void answer() {
        AuthleteStub.get().reset().answerJson(200, "{\"totalCount\":3}");
    }

    @Test
    void aWorkerThreadMayBlock() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            assertThat(executor.submit(() -> tokens.list(TokenListRequest.all())).get(1, TimeUnit.MINUTES).totalCount())
                    .isEqualTo(3);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anEventLoopIsReferredToTheReactiveClient() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            try {
                tokens.list(TokenListRequest.all());
                failure.complete(null);
            } catch (Throwable e) {
                failure.complete(e);
            }
        });

        assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TokenOperations.list").hasMessageContaining("ReactiveTokenOperations");
        assertThat(AuthleteStub.get().requests()).isEmpty();
    }

    @Test
    void anEventLoopMayUseTheReactiveClient() throws Exception {
        CompletableFuture<Long> count = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> reactive.list(TokenListRequest.all())
                .subscribe().with(page -> count.complete(page.totalCount()), count::completeExceptionally));

        assertThat(count.get(1, TimeUnit.MINUTES)).isEqualTo(3);
    }

    @Test
    void nothingIsSentBeforeTheSubscriptionAndEachOneIsACall() {
        var call = reactive.list(TokenListRequest.all());
        assertThat(AuthleteStub.get().requests()).isEmpty();

        call.await().atMost(Duration.ofMinutes(1));
        call.await().atMost(Duration.ofMinutes(1));

        assertThat(AuthleteStub.get().requests()).hasSize(2);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVirtualThreadMayBlock() throws Exception {
        ExecutorService executor = virtualThreads();
        try {
            for (int i = 0; i < 100; i++) {
                executor.submit(() -> tokens.list(TokenListRequest.all())).get(1, TimeUnit.MINUTES);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(AuthleteStub.get().requests()).hasSize(100);
    }

    /** By reflection, because the bytecode is that of Java 17. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** On an event loop, with all that it has put into its Vert.x context: a database session, say. */
    @Test
    void aCallerGoesOnInItsContextWithAnAnswer() throws Exception {
        assertThat(afterwards(call -> call)).isEqualTo("mine");
        assertThat(afterwards(call -> call.chain(first -> reactive.list(TokenListRequest.all())))).isEqualTo("mine");
    }

    @Test
    void aCallerGoesOnInItsContextWithAnAnswerToARetry() throws Exception {
        AuthleteStub.get().reset().answerInTurn(aResponse().withStatus(503),
                aResponse().withHeader("Content-Type", "application/json").withBody(AuthleteStub.CREATED));

        assertThat(afterwards(call -> call)).isEqualTo("mine");
        assertThat(AuthleteStub.get().requests()).hasSize(2);
    }

    @Test
    void aCallerGoesOnInItsContextWithAFailure() throws Exception {
        AuthleteStub.get().reset().answerJson(400, "{}");

        assertThat(afterwards(call -> call.onFailure().recoverWithNull())).isEqualTo("mine");
    }

    /** @return what the context has in it that the caller goes on with */
    private String afterwards(Function<Uni<?>, Uni<?>> caller) throws Exception {
        CompletableFuture<String> found = new CompletableFuture<>();
        Context mine = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        mine.runOnContext(ignored -> {
            mine.putLocal("session", "mine");
            caller.apply(reactive.list(TokenListRequest.all())).subscribe().with(
                    answer -> found.complete(Context.isOnEventLoopThread() ? mineIn(Vertx.currentContext()) : "none"),
                    found::completeExceptionally);
        });
        return found.get(1, TimeUnit.MINUTES);
    }

    private static String mineIn(Context context) {
        return context.getLocal("session");
    }
}

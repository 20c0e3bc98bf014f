package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.vertx.core.Vertx;

/** Which threads may make a blocking call, and what the others are told. */
class CallingThreadTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

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
            assertThat(executor.submit(() -> tokens.list(TokenListRequest.all())).get(10, TimeUnit.SECONDS).totalCount())
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

        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TokenOperations.list").hasMessageContaining("ReactiveTokenOperations");
        assertThat(AuthleteStub.get().requests()).isEmpty();
    }

    @Test
    void anEventLoopMayUseTheReactiveClient() throws Exception {
        CompletableFuture<Long> count = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> reactive.list(TokenListRequest.all())
                .subscribe().with(page -> count.complete(page.totalCount()), count::completeExceptionally));

        assertThat(count.get(10, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void nothingIsSentBeforeTheSubscriptionAndEachOneIsACall() {
        var call = reactive.list(TokenListRequest.all());
        assertThat(AuthleteStub.get().requests()).isEmpty();

        call.await().atMost(Duration.ofSeconds(10));
        call.await().atMost(Duration.ofSeconds(10));

        assertThat(AuthleteStub.get().requests()).hasSize(2);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVirtualThreadMayBlock() throws Exception {
        ExecutorService executor = virtualThreads();
        try {
            for (int i = 0; i < 100; i++) {
                executor.submit(() -> tokens.list(TokenListRequest.all())).get(10, TimeUnit.SECONDS);
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
}

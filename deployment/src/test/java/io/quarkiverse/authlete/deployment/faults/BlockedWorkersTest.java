package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** No call needs a worker thread to go on or to end: all of them may wait for such calls. */
class BlockedWorkersTest extends FaultTest {

    private static final int WORKERS = 8;
    private static final int CALLS = 4 * WORKERS;
    /** If a call had to wait for a worker, its end would be that of the total timeout, and a failure. */
    private static final Duration PATIENCE = FaultMatrix.TOTAL_TIMEOUT.plus(FaultMatrix.PATIENCE);

    @RegisterExtension
    static final TestApplication APPLICATION = configure(FaultMatrix.configure(URL))
            .overrideConfigKey("quarkus.thread-pool.max-threads", Integer.toString(WORKERS));

    private static TestApplication configure(TestApplication test) {
        FaultMatrix.service(test, "wide", URL, "bulkhead.limit=500", "circuit-breaker.enabled=true");
        FaultMatrix.service(test, "narrow", URL, "bulkhead.limit=2", "bulkhead.queue-size=500");
        FaultMatrix.service(test, "limited", URL, "rate-limit.limit=10000", "bulkhead.limit=3", "bulkhead.queue-size=500");
        FaultMatrix.service(test, "breaking", URL, "bulkhead.limit=1", "bulkhead.queue-size=20000",
                "circuit-breaker.enabled=true", "circuit-breaker.request-volume-threshold=2");
        FaultMatrix.service(test, "impatient", URL, "max-connections=4", "attempt-timeout=500ms", "total-timeout=500ms",
                "bulkhead.limit=6", "bulkhead.queue-size=500");
        FaultMatrix.service(test, "vault", URL, "credentials-provider=authlete-secret");
        return test;
    }

    /** Where blocking calls come from. */
    enum Caller {
        MANAGED_EXECUTOR {
            @Override
            <T> CompletableFuture<T> call(Callable<T> call, ManagedExecutor executor, Vertx vertx) {
                return executor.supplyAsync(() -> get(call));
            }
        },
        /** As an endpoint is called: the event loop that has read the request hands it to a worker. */
        ENDPOINT {
            @Override
            <T> CompletableFuture<T> call(Callable<T> call, ManagedExecutor executor, Vertx vertx) {
                CompletableFuture<T> result = new CompletableFuture<>();
                ((VertxInternal) vertx).createEventLoopContext().runOnContext(request -> Vertx.currentContext()
                        .executeBlocking(call, false).onSuccess(result::complete).onFailure(result::completeExceptionally));
                return result;
            }
        },
        WORKER_CONTEXT {
            @Override
            <T> CompletableFuture<T> call(Callable<T> call, ManagedExecutor executor, Vertx vertx) {
                return CompletableFuture.supplyAsync(() -> get(call),
                        task -> ((VertxInternal) vertx).createWorkerContext().runOnContext(now -> task.run()));
            }
        },
        PLAIN_THREAD {
            @Override
            <T> CompletableFuture<T> call(Callable<T> call, ManagedExecutor executor, Vertx vertx) {
                return CompletableFuture.supplyAsync(() -> get(call), task -> new Thread(task).start());
            }
        };

        abstract <T> CompletableFuture<T> call(Callable<T> call, ManagedExecutor executor, Vertx vertx);

        private static <T> T get(Callable<T> call) {
            try {
                return call.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Inject
    ManagedExecutor executor;

    @Inject
    Vertx vertx;

    @Inject
    @AuthleteServiceName("wide")
    TokenOperations wide;

    @Inject
    @AuthleteServiceName("narrow")
    TokenOperations narrow;

    @Inject
    @AuthleteServiceName("limited")
    TokenOperations limited;

    @Inject
    @AuthleteServiceName("impatient")
    TokenOperations impatient;

    @Inject
    @AuthleteServiceName("vault")
    TokenOperations vault;

    @Inject
    @AuthleteServiceName("breaking")
    ReactiveTokenOperations breaking;

    /** Names, because the runner and the application each have classes of their own. */
    static Stream<String> callers() {
        return Stream.of(Caller.values()).map(Caller::name);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void guardedCallsGoOn(String caller) {
        for (TokenOperations tokens : List.of(wide, narrow, limited)) {
            server.startAnew(FaultScript.GOOD);

            List<TokenResult<TokenCreateResponse>> results = callAtOnce(Caller.valueOf(caller), tokens);

            assertThat(results).hasSize(CALLS).allMatch(TokenResult::isSuccess);
            assertThat(server.requests()).hasSize(CALLS).extracting(ReceivedRequest::body).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("callers")
    void callsThatGetNoAnswerEndInTime(String caller) {
        server.startAnew(FaultScript.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"));

        List<TokenResult<TokenCreateResponse>> results = callAtOnce(Caller.valueOf(caller), impatient);

        assertThat(results).hasSize(CALLS).noneMatch(TokenResult::isSuccess);
        long mayBeIssued = results.stream().filter(result -> ((TokenResult.Failure<?>) result).exception()
                .outcome() == Outcome.UNKNOWN).count();
        assertThat(mayBeIssued).isGreaterThanOrEqualTo(server.requests().size());
    }

    /** A provider that blocks does it on another thread: that of Quarkus may be waiting for it. */
    @Test
    void anApiTokenThatIsFetchedIsNotWaitedForInVain() {
        server.startAnew(FaultScript.GOOD);

        assertThat(callAtOnce(Caller.MANAGED_EXECUTOR, vault)).hasSize(CALLS).allMatch(TokenResult::isSuccess);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void pausesBetweenCallsEnd(String caller) {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            if (!asked.add(request.path() + request.body())) {
                connection.answerWell(request);
            } else if (request.path().contains("/status/")) {
                connection.answerJson("{\"resultCode\":\"A109081\",\"status\":{\"tokenCount\":0}}");
            } else {
                connection.answer("429 Too Many Requests", "", "Retry-After: 1");
            }
        }));
        PollingPolicy polling = PollingPolicy.builder().timeout(PATIENCE).initialInterval(Duration.ofMillis(20)).build();

        List<CompletableFuture<Boolean>> calls = IntStream.range(0, CALLS).mapToObj(i -> Caller.valueOf(caller).call(
                () -> i % 2 == 0 ? tokens.awaitBatch("batch-" + i, polling).isSucceeded()
                        : tokens.bulk().deleteAll(List.of("item-" + i)).allMatch(BulkResult::isSuccess),
                executor, vertx)).toList();

        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(PATIENCE.multipliedBy(2)).isEqualTo(true));
        assertThat(server.requests()).hasSize(2 * CALLS);
    }

    @Test
    void manyCallsThatWaitAreRefusedOneAfterTheOther() {
        server.startAnew(FaultScript.answer("500 Oops", ""));
        RequestOptions once = RequestOptions.builder().retry(RetryPolicy.none()).build();

        List<TokenResult<TokenCreateResponse>> results = Uni.join().all(IntStream.range(0, 20_000)
                .mapToObj(i -> TokenResult.of(breaking.create(request("user-" + i), once))).toList())
                .andCollectFailures().await().atMost(PATIENCE);

        assertThat(results).hasSize(20_000).noneMatch(TokenResult::isSuccess);
        Map<Boolean, List<AuthleteException>> failures = results.stream()
                .map(result -> ((TokenResult.Failure<?>) result).exception())
                .collect(Collectors.partitioningBy(failure -> failure.outcome() == Outcome.NOT_SENT));
        assertThat(failures.get(true)).hasOnlyElementsOfType(AuthleteCallNotPermittedException.class);
        assertThat(failures.get(false)).hasSize(server.requests().size())
                .hasOnlyElementsOfType(AuthleteHttpException.class);
    }

    private List<TokenResult<TokenCreateResponse>> callAtOnce(Caller caller, TokenOperations tokens) {
        List<CompletableFuture<TokenResult<TokenCreateResponse>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            TokenCreateRequest request = request("user-" + i);
            calls.add(caller.call(() -> TokenResult.of(() -> tokens.create(request)), executor, vertx));
        }
        return calls.stream().map(call -> call.orTimeout(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS).join()).toList();
    }

    private static TokenCreateRequest request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject(subject).build();
    }

    @ApplicationScoped
    static class Vault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            return Map.of(CredentialsProvider.PASSWORD_PROPERTY_NAME, "from-" + name);
        }
    }
}

package io.quarkiverse.authlete.docs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/** Brings the application into the situations of the runbook; what it gets to see is in its log. */
@ApplicationScoped
public class Incidents {

    private static final Selector WAITING = Selector.in("http_client_queue_size{clientName=\"authlete|slow\"}").get(0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RequestOptions NO_RETRIES = RequestOptions.builder().retry(RetryPolicy.none()).build();

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @Inject
    @AuthleteServiceName("limited")
    TokenOperations limited;

    @Inject
    @AuthleteServiceName("narrow")
    ReactiveTokenOperations narrow;

    @Inject
    @AuthleteServiceName("narrow")
    AuthleteEmulator slowForNarrow;

    @Inject
    @AuthleteServiceName("broken")
    TokenOperations broken;

    @Inject
    @AuthleteServiceName("broken")
    AuthleteEmulator failing;

    @Inject
    @AuthleteServiceName("slow")
    ReactiveTokenOperations slow;

    @Inject
    @AuthleteServiceName("slow")
    AuthleteEmulator late;

    @Inject
    @AuthleteServiceName("gone")
    TokenOperations gone;

    @Inject
    @AuthleteServiceName("sealed")
    TokenOperations sealed;

    /** The provider of the service "sealed". */
    @ApplicationScoped
    @AuthleteServiceName("sealed")
    public static class SealedVault implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().failure(new IllegalStateException("the vault is sealed"));
        }
    }

    /** @return what Prometheus gets in that situation */
    Scrape happen(String symptom) {
        emulator.reset();
        switch (symptom) {
            case "start" -> anError();
            case "signed-out" -> signedOut();
            case "throttled" -> throttled();
            case "unknown" -> unknown();
            case "missing" -> list(tokens);
            case "unauthorized" -> unauthorized();
            case "breaker" -> breaker();
            case "timeouts" -> {
                return timeouts();
            }
            case "result-codes" -> resultCode();
            default -> throw new IllegalArgumentException("No situation for the symptom " + symptom);
        }
        return Scrape.now();
    }

    private void anError() {
        emulator.inject(Fault.status(500).times(4));
        list(tokens);
    }

    private void signedOut() {
        TokenCreateResponse created = tokens.create(token("john"));
        emulator.inject(Fault.connectionReset().afterProcessing().on(TokenOperation.UPDATE));
        attempt(() -> tokens.update(
                TokenUpdateRequest.accessToken(created.accessToken()).accessTokenValueUpdated(true).build()));
        tokens.revoke(TokenRevokeRequest.subject("john"));
    }

    private void throttled() {
        emulator.inject(Fault.status(429).untilCleared());
        list(tokens);
        emulator.clearFaults();
        list(limited);
        list(limited);
        slowForNarrow.inject(Fault.delay(PATIENCE).untilCleared());
        List<CompletableFuture<TokenListResponse>> calls = Stream.generate(() -> call(narrow, NO_RETRIES)).limit(3).toList();
        attempt(() -> CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES));
        calls.forEach(call -> call.cancel(true));
        slowForNarrow.clearFaults();
    }

    private void unknown() {
        emulator.inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        attempt(() -> tokens.create(token("mary")));
        tokens.create(token("paul"));
        emulator.inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        tokens.create(token("jane"), RequestOptions.builder().exactlyOnce().build());
    }

    private void unauthorized() {
        emulator.inject(Fault.status(401).result("A001202", "[A001202] No API token"));
        list(tokens);
        list(sealed);
    }

    private void breaker() {
        failing.inject(Fault.status(500).times(2));
        list(broken);
        list(broken);
        list(broken);
    }

    /** The service has one connection: a call that is answered late has it, and all others wait. */
    private Scrape timeouts() {
        emulator.inject(Fault.status(502));
        list(tokens);
        list(gone);
        late.inject(Fault.delay(Duration.ofSeconds(20)));
        attempt(() -> slow.list(TokenListRequest.all(), within(Duration.ofSeconds(3))).await().indefinitely());
        late.inject(Fault.delay(PATIENCE));
        CompletableFuture<?> answeredLate = call(slow, NO_RETRIES);
        CompletableFuture<?> waiting = null;
        try {
            await(() -> late.requests().size() == 2);
            attempt(() -> slow.list(TokenListRequest.all(), within(Duration.ofSeconds(1))).await().indefinitely());
            waiting = call(slow, NO_RETRIES);
            await(() -> Scrape.now().sum(WAITING) > 0);
            return Scrape.now();
        } finally {
            answeredLate.cancel(true);
            if (waiting != null) {
                waiting.cancel(true);
            }
            late.clearFaults();
        }
    }

    private void resultCode() {
        emulator.inject(Fault.status(403).result("A457101", "[A457101] The access right is missing"));
        list(tokens);
    }

    private static void list(TokenOperations tokens) {
        attempt(() -> tokens.list(TokenListRequest.all()));
    }

    private static CompletableFuture<TokenListResponse> call(ReactiveTokenOperations tokens, RequestOptions options) {
        return tokens.list(TokenListRequest.all(), options).subscribeAsCompletionStage();
    }

    private static RequestOptions within(Duration timeout) {
        return RequestOptions.builder().timeout(timeout).retry(RetryPolicy.none()).build();
    }

    private static TokenCreateRequest token(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject(subject).build();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** As an application would: a failure is in its log. */
    private static void attempt(Work work) {
        try {
            work.run();
        } catch (AuthleteException e) {
            Log.error("A call to Authlete has failed", e);
        } catch (Exception e) {
            if (!(e.getCause() instanceof AuthleteException)) {
                throw new IllegalStateException(e);
            }
            Log.error("A call to Authlete has failed", e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It has not happened");
            }
            Thread.onSpinWait();
        }
    }
}

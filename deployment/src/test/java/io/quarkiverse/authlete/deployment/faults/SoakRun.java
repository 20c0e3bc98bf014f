package io.quarkiverse.authlete.deployment.faults;

import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.smallrye.mutiny.Uni;

/** Callers that make one call after the other until the time is over; one half of them blocking, one half reactive. */
final class SoakRun {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final SoakLedger ledger;
    private final TokenOperations blocking;
    private final ReactiveTokenOperations reactive;
    private final long seed;
    private final Queue<Supplier<String>> claims = new ConcurrentLinkedQueue<>();
    private volatile long end;

    SoakRun(SoakLedger ledger, TokenOperations blocking, ReactiveTokenOperations reactive, long seed) {
        this.ledger = ledger;
        this.blocking = blocking;
        this.reactive = reactive;
        this.seed = seed;
    }

    void run(int callers, Duration time) throws Exception {
        end = System.nanoTime() + time.toNanos();
        // One thread for all reactive callers only starts their calls; those go on on the event loops.
        ExecutorService starter = Executors.newSingleThreadExecutor();
        ExecutorService workers = Executors.newFixedThreadPool(callers / 2);
        try {
            CompletableFuture<?>[] running = IntStream.range(0, callers).mapToObj(caller -> {
                Random random = new Random(seed + caller);
                return caller % 2 == 0 ? CompletableFuture.runAsync(() -> callBlocking(random), workers)
                        : callReactive(random, starter).subscribeAsCompletionStage();
            }).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).get(time.toSeconds() + 60, TimeUnit.SECONDS);
        } finally {
            workers.shutdownNow();
            starter.shutdownNow();
            workers.awaitTermination(1, TimeUnit.MINUTES);
            starter.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** @return what callers were told that is not so; to be asked when the server has come to rest */
    Queue<String> contradictions() {
        Queue<String> found = new ConcurrentLinkedQueue<>();
        claims.forEach(claim -> {
            String contradiction = claim.get();
            if (contradiction != null) {
                found.add(contradiction);
            }
        });
        return found;
    }

    private boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    private void callBlocking(Random random) {
        while (!isOver()) {
            SoakCall call = SoakCall.next(random, NUMBERS.incrementAndGet());
            try {
                succeeded(call, call.makeBlocking(blocking));
            } catch (AuthleteException failure) {
                failed(call, failure);
            }
        }
    }

    private Uni<Void> callReactive(Random random, ExecutorService starter) {
        return Uni.createFrom().voidItem().emitOn(starter)
                .chain(() -> {
                    SoakCall call = SoakCall.next(random, NUMBERS.incrementAndGet());
                    return call.makeReactive(reactive).<Object> map(answer -> answer)
                            .invoke(answer -> succeeded(call, answer))
                            .onFailure(AuthleteException.class).recoverWithItem(failure -> {
                                failed(call, (AuthleteException) failure);
                                return null;
                            })
                            .replaceWith(call);
                })
                .repeat().until(ignored -> isOver()).collect().last().replaceWithVoid();
    }

    private void succeeded(SoakCall call, Object answer) {
        ledger.count("successes, " + call.kind());
        ledger.count("calls");
        claims.add(() -> call.contradictionOfSuccess(answer, ledger));
    }

    private void failed(SoakCall call, AuthleteException failure) {
        ledger.count("failures, " + failure.outcome() + ", " + failure.getClass().getSimpleName());
        ledger.count("calls");
        claims.add(() -> call.contradictionOfFailure(failure, ledger));
    }
}

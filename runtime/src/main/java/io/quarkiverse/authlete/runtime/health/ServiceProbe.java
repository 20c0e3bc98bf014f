package io.quarkiverse.authlete.runtime.health;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.call.ServerFailures;
import io.quarkiverse.authlete.runtime.config.HealthConfig;
import io.quarkiverse.authlete.runtime.observation.FailureKind;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Asks one service whether it is well, never twice at a time, and remembers the answer for a while. */
final class ServiceProbe {

    private final int failureThreshold;
    private final Duration interval;
    private final Uni<Result> cached;
    private boolean underWay;
    private long freshUntil = System.nanoTime();
    private int failuresInARow;

    /**
     * @param client makes the client, or gets it; this may block
     * @param send sends the request of an attempt
     * @param config how often and how long
     */
    ServiceProbe(Supplier<TokenApi> client, Function<TokenApi, Uni<?>> send, HealthConfig.Probe config) {
        this.failureThreshold = config.failureThreshold();
        this.interval = config.interval();
        this.cached = Uni.createFrom().item(client)
                // A health check may come on an event loop. The first probe should not fail because it takes longer.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(api -> send.apply(api).replaceWithVoid()
                        .ifNoItem().after(config.timeout()).fail())
                .onItemOrFailure().transform((nothing, failure) -> ended(failure))
                .memoize().until(this::mayStart);
    }

    /** @return the result of the last probe, or of a new one if that is too old */
    Uni<Result> result() {
        return cached;
    }

    /** Asked under the lock of the memory, before each use of it. */
    private synchronized boolean mayStart() {
        if (underWay || System.nanoTime() - freshUntil < 0) {
            return false;
        }
        underWay = true;
        return true;
    }

    private synchronized Result ended(Throwable failure) {
        boolean failed = failure instanceof TimeoutException || ServerFailures.isOne(failure);
        failuresInARow = failed ? failuresInARow + 1 : 0;
        freshUntil = System.nanoTime() + interval.toNanos();
        underWay = false;
        return new Result(failuresInARow >= failureThreshold, text(failure));
    }

    private static String text(Throwable failure) {
        if (failure == null) {
            return "success";
        }
        if (failure instanceof AuthleteException authlete) {
            String kind = FailureKind.of(authlete).label();
            return authlete.status().map(status -> kind + " " + status).orElse(kind);
        }
        return failure instanceof TimeoutException ? FailureKind.TIMEOUT.label() : FailureKind.OTHER.label();
    }

    /**
     * @param down whether the service is down
     * @param text how the probe ended: {@code success}, or what went wrong
     */
    record Result(boolean down, String text) {
    }
}

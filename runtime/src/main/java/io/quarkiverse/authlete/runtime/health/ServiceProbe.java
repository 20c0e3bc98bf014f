package io.quarkiverse.authlete.runtime.health;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.quarkiverse.authlete.runtime.config.HealthConfig;
import io.quarkiverse.authlete.runtime.observation.FailureKind;
import io.quarkiverse.authlete.runtime.transport.HealthcheckClient;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Asks the server of one service whether it is well, never twice at a time, and remembers the answer for a while. */
final class ServiceProbe {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int failureThreshold;
    private final Duration interval;
    private final Uni<Result> cached;
    private boolean inFlight;
    private long freshUntil = System.nanoTime();
    private int failuresInARow;

    /**
     * @param client makes the client, or gets it; this may block
     * @param config how often and how long
     */
    ServiceProbe(Supplier<HealthcheckClient> client, HealthConfig.Probe config) {
        this.failureThreshold = config.failureThreshold();
        this.interval = config.interval();
        this.cached = Uni.createFrom().item(client)
                // A health check may come on an event loop. The first probe should not fail because it takes longer.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(healthcheck -> healthcheck.ask(config.timeout()).map(ServiceProbe::answered))
                .onFailure().recoverWithItem(ServiceProbe::failed)
                .map(this::ended)
                .memoize().until(this::mayStart);
    }

    /** @return the result of the last probe, or of a new one if that is too old */
    Uni<Result> result() {
        return cached;
    }

    /** Asked under the lock of the memory, before each use of it. */
    private synchronized boolean mayStart() {
        if (inFlight || System.nanoTime() - freshUntil < 0) {
            return false;
        }
        inFlight = true;
        return true;
    }

    private synchronized Result ended(Result probe) {
        failuresInARow = probe.down() ? failuresInARow + 1 : 0;
        freshUntil = System.nanoTime() + interval.toNanos();
        inFlight = false;
        return new Result(failuresInARow >= failureThreshold, probe.text());
    }

    /**
     * Whatever is not the documented answer may come from a wrong host, or a proxy whose server is gone. A gateway that is
     * busy is another matter: to take all instances away then would not help anybody.
     */
    private static Result answered(HealthcheckClient.Answer answer) {
        if (answer.status() == OK) {
            return answer.text().strip().startsWith("OK") ? new Result(false, "success")
                    : new Result(true, FailureKind.UNREADABLE_RESPONSE.label() + " of " + HealthcheckClient.PATH);
        }
        return new Result(answer.status() != TOO_MANY_REQUESTS,
                FailureKind.HTTP.label() + " " + answer.status() + " of " + HealthcheckClient.PATH);
    }

    private static Result failed(Throwable failure) {
        return new Result(true, (failure instanceof TimeoutException ? FailureKind.TIMEOUT : FailureKind.CONNECTION).label());
    }

    /** @param text how the probe ended: {@code success}, or what went wrong */
    record Result(boolean down, String text) {
    }
}

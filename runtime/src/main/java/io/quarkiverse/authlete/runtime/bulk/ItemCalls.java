package io.quarkiverse.authlete.runtime.bulk;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * Makes the calls of one run, as many at a time as its pace allows. What is refused for the time being waits once more.
 * Answers may come on any thread; all else is for one thread after the other.
 */
final class ItemCalls<I, T> {

    private final BulkPlan<I, T> plan;
    private final Pace pace;
    private final Runnable changed;
    // All calls belong to the context in which the run was asked for, on whatever thread they are made.
    private final Consumer<Place<I, T>> call = Infrastructure.decorate((Consumer<Place<I, T>>) this::call);
    private final PriorityQueue<Place<I, T>> waiting = new PriorityQueue<>(Comparator.comparingLong(Place::index));
    private final Queue<Place<I, T>> postponed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Throwable defect;
    private volatile boolean timerRuns;
    private Cancellable timer;

    /** @param changed is run after each answer, and when a wait is over */
    ItemCalls(BulkPlan<I, T> plan, Runnable changed) {
        this.plan = plan;
        this.pace = new Pace(plan.concurrency(), plan.options().giveUpAfter(), System::nanoTime);
        this.changed = changed;
    }

    void slowDown(AuthleteException refusal) {
        pace.refused(refusal);
        changed.run();
    }

    /** @return why there is no use in making further calls */
    Optional<Throwable> hopeless() {
        return Optional.ofNullable(defect).or(() -> pace.givenUpBy().map(refusal -> plan.failure("The bulk run has ended: the"
                + " service has accepted no call, or asks not to call it, for longer than " + plan.options().giveUpAfter(),
                refusal)));
    }

    void add(Place<I, T> place) {
        waiting.add(place);
    }

    /** Makes the calls that may be made now, the first items first. */
    void proceed() {
        acceptPostponed();
        while (!waiting.isEmpty()) {
            Optional<Duration> wait = pace.waitBefore(inFlight.get());
            if (wait.isEmpty()) {
                return;
            }
            if (!wait.get().isZero()) {
                wakeAfter(wait.get());
                return;
            }
            inFlight.incrementAndGet();
            call.accept(waiting.poll());
        }
    }

    /** What was not sent yet is not sent any more. */
    void drop(Throwable reason) {
        acceptPostponed();
        for (Place<I, T> place = waiting.poll(); place != null; place = waiting.poll()) {
            place.end(place.failed(place.failure() != null ? place.failure()
                    : reason instanceof AuthleteException ending ? ending
                            : plan.failure("Not sent, because the bulk run has ended", null)));
        }
    }

    /** No call is made any more. */
    void end() {
        waiting.clear();
        if (timer != null) {
            timer.cancel();
        }
    }

    private void acceptPostponed() {
        for (Place<I, T> place = postponed.poll(); place != null; place = postponed.poll()) {
            waiting.add(place);
        }
    }

    private void call(Place<I, T> place) {
        try {
            place.calledBy(Uni.createFrom().deferred(() -> plan.call().call(place)).subscribe()
                    .with(result -> ended(place, result), thrown -> failed(place, thrown)));
        } catch (Throwable e) {
            failed(place, e);
        }
    }

    private void ended(Place<I, T> place, BulkResult<I, T> result) {
        if (result.result().fold(value -> true, Refusals::isAnswer)) {
            pace.accepted();
        }
        place.end(result);
        ended();
    }

    private void failed(Place<I, T> place, Throwable thrown) {
        if (!(thrown instanceof AuthleteException failure)) {
            // Where it comes from is not known, nor what has been sent by then.
            defect = thrown;
            ended(place, place.failed(plan.unexpected(place.item(), thrown)));
        } else if (Refusals.isForNow(failure) && (failure.safeToRetry() || failure.unfinished() != null)) {
            pace.refused(failure);
            place.postpone(failure);
            postponed.add(place);
            ended();
        } else if (place.mayBeDone() && plan.isDone(failure)) {
            ended(place, place.succeeded(null));
        } else {
            ended(place, place.failed(failure));
        }
    }

    private void ended() {
        inFlight.decrementAndGet();
        changed.run();
    }

    private void wakeAfter(Duration wait) {
        if (timerRuns) {
            return;
        }
        timerRuns = true;
        timer = Uni.createFrom().voidItem().onItem().delayIt().onExecutor(plan.runs().timers()).by(wait.plusMillis(1))
                .subscribe().with(nothing -> {
                    timerRuns = false;
                    changed.run();
                });
    }
}

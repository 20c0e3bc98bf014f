package io.quarkiverse.authlete.runtime.bulk;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.error.AuthleteException;

/**
 * One run: takes items from a source, has their calls made, and hands out the results in the order of the items. What has
 * been taken and not handed out is in the window, which never has more places than there may be calls.
 * <p>
 * Whatever happens, on any thread, is noted, and {@link #proceed()} acts upon it, one thread at a time.
 */
final class BulkRun<I, T> implements Flow.Subscriber<Optional<I>>, Flow.Subscription {

    private static final Logger LOG = Logger.getLogger(BulkRun.class);

    private final BulkPlan<I, T> plan;
    private final ItemCalls<I, T> calls;
    private final ProgressMeter progress;
    private final Flow.Subscriber<? super BulkResult<I, T>> results;

    // What has happened, from any thread.
    private final AtomicInteger happenings = new AtomicInteger();
    // Nothing stands for null, which streams do not allow.
    private final Queue<Optional<I>> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicLong demand = new AtomicLong();
    private volatile Flow.Subscription source;
    private volatile boolean demanded;
    private volatile boolean sourceEnded;
    private volatile Throwable sourceFailure;
    private volatile Throwable stopped;
    private volatile boolean cancelled;

    // Only for proceed().
    private final ArrayDeque<Place<I, T>> window = new ArrayDeque<>();
    private long taken;
    private int outstanding;
    private boolean ended;

    BulkRun(BulkPlan<I, T> plan, Long total, Flow.Subscriber<? super BulkResult<I, T>> results) {
        this.plan = plan;
        this.calls = new ItemCalls<>(plan, this::proceed);
        this.progress = new ProgressMeter(plan.options(), total);
        this.results = results;
    }

    void start(Flow.Publisher<Optional<I>> items) {
        plan.runs().add(this);
        results.onSubscribe(this);
        try {
            items.subscribe(this);
        } catch (Throwable e) {
            onError(e);
        }
    }

    /** Another call to a service was refused. */
    void slowDown(String service, AuthleteException refusal) {
        if (service.equals(plan.failures().service())) {
            calls.slowDown(refusal);
        }
    }

    void applicationStops() {
        stop(plan.failure("The application is stopping", null));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        if (cancelled) {
            subscription.cancel();
        }
        proceed();
    }

    @Override
    public void onNext(Optional<I> item) {
        arrived.add(item);
        proceed();
    }

    @Override
    public void onError(Throwable thrown) {
        sourceFailure = thrown;
        onComplete();
    }

    @Override
    public void onComplete() {
        sourceEnded = true;
        proceed();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            stop(new IllegalArgumentException("At least one result must be requested, not " + n));
            return;
        }
        demand.accumulateAndGet(n, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        demanded = true;
        proceed();
    }

    @Override
    public void cancel() {
        cancelled = true;
        proceed();
    }

    private void stop(Throwable reason) {
        stopped = reason;
        proceed();
    }

    private void proceed() {
        if (happenings.getAndIncrement() == 0) {
            int seen = 1;
            do {
                try {
                    act();
                } catch (Throwable e) {
                    fail(e);
                }
                seen = happenings.addAndGet(-seen);
            } while (seen != 0);
        }
    }

    /** The subscriber has failed, or this class: nobody must wait for ever. */
    private void fail(Throwable defect) {
        if (!ended) {
            end();
            results.onError(defect);
        }
    }

    private void act() {
        if (cancelled && !ended) {
            end();
        }
        if (ended) {
            arrived.clear();
            return;
        }
        // Before the items are accepted: the last one may arrive right now.
        boolean complete = sourceEnded;
        acceptItems();
        if (stopped == null) {
            calls.hopeless().ifPresent(reason -> stopped = reason);
        }
        if (stopped != null) {
            endSource();
            calls.drop(stopped);
            complete = true;
        }
        handOutResults();
        if (cancelled) {
            end();
        } else if (complete && window.isEmpty()) {
            complete();
        } else {
            if (!complete) {
                takeItems();
            }
            calls.proceed();
        }
    }

    private void acceptItems() {
        for (Optional<I> item = arrived.poll(); item != null; item = arrived.poll()) {
            outstanding--;
            Place<I, T> place = new Place<>(taken++, item.orElse(null));
            window.add(place);
            calls.add(place);
        }
    }

    private void handOutResults() {
        while (!cancelled && demand.get() > 0 && !window.isEmpty() && window.peek().result() != null) {
            BulkResult<I, T> result = window.poll().result();
            demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
            progress.count(result);
            results.onNext(result);
        }
    }

    private void takeItems() {
        int room = plan.concurrency() - window.size() - outstanding;
        if (room > 0 && demanded && source != null) {
            outstanding += room;
            try {
                source.request(room);
            } catch (Throwable e) {
                onError(e);
            }
        }
    }

    private void endSource() {
        boolean cancel = !sourceEnded && source != null;
        sourceEnded = true;
        if (cancel) {
            try {
                source.cancel();
            } catch (Throwable e) {
                LOG.error("The source of a bulk run could not be cancelled", e);
            }
        }
    }

    private void complete() {
        Throwable reason = stopped != null ? stopped : sourceFailure;
        end();
        if (reason == null) {
            results.onComplete();
        } else {
            results.onError(reason);
        }
    }

    private void end() {
        ended = true;
        plan.runs().remove(this);
        endSource();
        calls.end();
        window.forEach(Place::cancel);
        window.clear();
        progress.end();
    }
}

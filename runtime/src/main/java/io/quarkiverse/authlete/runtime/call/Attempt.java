package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * One attempt of a call: the answer, or why there is none. It is either sent or given up before that, never both, so that an
 * attempt that was given up in time can be retried without doing anything twice. All of it
 * happens on one event loop, but the application may stop on another thread.
 */
public final class Attempt<T> extends CompletableFuture<T> {

    private Map<String, String> headers = Map.of();
    private Duration limit;
    private Duration answerLimit;
    private AuthleteException before;
    private Runnable abort;
    private long begun;
    private long written;
    private boolean settled;
    private volatile boolean sent;
    private volatile int status;

    void begin(Map<String, String> headers, Duration limit, Duration answerLimit, AuthleteException before) {
        this.headers = headers;
        this.limit = limit;
        this.answerLimit = answerLimit;
        this.before = before;
        this.begun = System.nanoTime();
    }

    /** @return headers that only this attempt has */
    public Map<String, String> headers() {
        return headers;
    }

    /** @return how long the attempt may wait for a connection */
    public Duration connectionLimit() {
        return limit.compareTo(answerLimit) < 0 ? limit : answerLimit;
    }

    /** @return why the attempt before this one failed; {@code null} for the first */
    public AuthleteException before() {
        return before;
    }

    /** @param abort ends the exchange in flight, or what waits to become one */
    public void onAbort(Runnable abort) {
        this.abort = abort;
    }

    /** @return whether the request may be written now; from then on it counts as sent */
    public boolean send() {
        written = System.nanoTime();
        synchronized (this) {
            sent = !settled && !isDone();
            return sent;
        }
    }

    /** @return whether the request, or a part of it, may have reached the server; from now on it can't any more */
    synchronized boolean settle() {
        settled = true;
        return sent;
    }

    /** @return whether the request, or a part of it, may have reached the server */
    public boolean isSent() {
        return sent;
    }

    public void answered(int status) {
        this.status = status;
    }

    /** @return the HTTP status of the answer, 0 if there is none yet */
    public int status() {
        return status;
    }

    /** @return how long the attempt may still take, unless it makes progress */
    Duration remaining() {
        long now = System.nanoTime();
        Duration whole = limit.minusNanos(now - begun);
        if (status != 0) {
            return whole;
        }
        Duration answer = sent ? answerLimit.minusNanos(now - written) : answerLimit;
        return answer.compareTo(whole) < 0 ? answer : whole;
    }

    /** @return the limit that ends an attempt of which no time remains */
    Duration limitReached() {
        return limit.minusNanos(System.nanoTime() - begun).isNegative() ? limit : answerLimit;
    }

    /** Ends the attempt, unless it has ended. */
    void giveUp(Throwable reason) {
        if (completeExceptionally(reason) && abort != null) {
            abort.run();
        }
    }
}

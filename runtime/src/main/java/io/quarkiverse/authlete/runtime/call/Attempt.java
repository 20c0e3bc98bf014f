package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * One attempt of a call: the answer, or why there is none. It is either sent or given up before that, never both, so that an
 * attempt that was given up in time can be retried without doing anything twice. All but reading what has become of it
 * happens on one event loop.
 */
public final class Attempt<T> extends CompletableFuture<T> {

    private Map<String, String> headers = Map.of();
    private Duration limit;
    private AuthleteException before;
    private Runnable abort;
    private volatile boolean sent;
    private volatile int status;

    void begin(Map<String, String> headers, Duration limit, AuthleteException before) {
        this.headers = headers;
        this.limit = limit;
        this.before = before;
    }

    /** @return headers that only this attempt has */
    public Map<String, String> headers() {
        return headers;
    }

    /** @return how long the attempt may take */
    public Duration limit() {
        return limit;
    }

    /** @return why the attempt before this one failed; {@code null} for the first */
    public AuthleteException before() {
        return before;
    }

    /** @param abort ends the exchange under way, or what waits to become one */
    public void onAbort(Runnable abort) {
        this.abort = abort;
    }

    /** @return whether the request may be written now; from then on it counts as sent */
    public boolean send() {
        if (isDone()) {
            return false;
        }
        sent = true;
        return true;
    }

    /** @return whether the request, or a part of it, may have reached the server */
    public boolean isSent() {
        return sent;
    }

    /** @param status the HTTP status of the answer */
    public void answered(int status) {
        this.status = status;
    }

    /** @return the HTTP status of the answer, 0 if there is none yet */
    public int status() {
        return status;
    }

    /**
     * Ends the attempt, unless it has ended.
     *
     * @param reason why
     */
    void giveUp(Throwable reason) {
        if (completeExceptionally(reason) && abort != null) {
            abort.run();
        }
    }
}

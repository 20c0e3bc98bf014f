package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;

import io.quarkiverse.authlete.RequestOptions;

/**
 * The time limits and repeats of a call.
 *
 * @param totalTimeout how long the call may take in all, repeats and pauses included
 * @param attemptTimeout how long one request may take
 * @param readTimeout how long one request may wait for a connection, and then for the beginning of its answer
 * @param retry when and how often it is repeated
 */
record CallPolicy(Duration totalTimeout, Duration attemptTimeout, Duration readTimeout, RetrySettings retry) {

    CallPolicy with(RequestOptions options) {
        if (options.timeout().isEmpty() && options.retry().isEmpty()) {
            return this;
        }
        return new CallPolicy(options.timeout().orElse(totalTimeout), attemptTimeout, readTimeout,
                options.retry().map(retry::with).orElse(retry));
    }
}

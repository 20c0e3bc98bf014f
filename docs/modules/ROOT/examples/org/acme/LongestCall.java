package org.acme;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.event.TokenCallResult;

/** The example in the javadoc of the package {@code event}. */
@Singleton
class LongestCall implements TokenCallListener {

    volatile Duration longest = Duration.ZERO;

    @Override
    public void callEnded(TokenCallInfo call, TokenCallResult result) {
        longest = result.duration().compareTo(longest) > 0 ? result.duration() : longest;
    }
}

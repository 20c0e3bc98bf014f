package org.acme;

// tag::listener[]
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.event.TokenCallResult;

@Singleton // with @AuthleteServiceName("eu") it is told of the calls of that service only
public class CallListener implements TokenCallListener {

    private static final Logger LOG = Logger.getLogger(CallListener.class);

    @Override
    public void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
        if (MDC.get("requestId") != null) {
            headers.accept("X-Correlation-ID", MDC.get("requestId").toString());
        }
    }

    @Override
    public void callEnded(TokenCallInfo call, TokenCallResult result) {
        AuthleteException failure = result.exception();
        if (failure != null && !failure.safeToRetry()) {
            LOG.errorf("Look after %s, %d attempts: %s", call.request(), result.attempts(), failure.getMessage());
        }
    }
}
// end::listener[]

package io.quarkiverse.authlete.runtime.rest;

import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.faulttolerance.Attempt;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;

/** Stands between the connection and the request: an attempt that was given up while it waited is not sent. */
final class SendGate implements Consumer<HttpClientRequest> {

    /** The REST client makes a context for each request, and calls the gate on it. */
    static void remember(Context context, Attempt attempt) {
        context.putLocal(Attempt.class, attempt);
    }

    @Override
    public void accept(HttpClientRequest request) {
        Context context = Vertx.currentContext();
        Attempt attempt = context == null ? null : context.getLocal(Attempt.class);
        if (attempt != null && !attempt.send()) {
            request.reset();
        }
    }
}

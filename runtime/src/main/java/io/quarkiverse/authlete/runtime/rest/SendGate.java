package io.quarkiverse.authlete.runtime.rest;

import java.util.function.Consumer;

import io.vertx.core.http.HttpClientRequest;

/** Stands between the connection and the request: an attempt that was given up while it waited is not sent. */
final class SendGate implements Consumer<HttpClientRequest> {

    @Override
    public void accept(HttpClientRequest request) {
        CallInfo call = CallInfo.ofThisContext();
        if (call != null && call.attempt() != null && !call.attempt().send()) {
            request.reset();
        }
    }
}

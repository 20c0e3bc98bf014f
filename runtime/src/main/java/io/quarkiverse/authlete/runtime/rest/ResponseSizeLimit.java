package io.quarkiverse.authlete.runtime.rest;

import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.failure.ResponseTooLargeException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * Gives up reading an answer that would take more memory than allowed; the REST client reads answers of any size. An answer
 * can have one handler only, so this one also gives the later parts of a success to its call.
 */
final class ResponseSizeLimit implements Consumer<HttpClientRequest> {

    private static final int REDIRECTION = 300;

    private final long maxBytes;

    ResponseSizeLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void accept(HttpClientRequest request) {
        CallInfo call = CallInfo.ofThisContext();
        request.response().onSuccess(response -> response.handler(new Counter(call, request, response)));
    }

    private final class Counter implements Handler<Buffer> {

        private final CallInfo call;
        private final HttpClientRequest request;
        private final HttpClientResponse response;
        private long received;

        Counter(CallInfo call, HttpClientRequest request, HttpClientResponse response) {
            this.call = call;
            this.request = request;
            this.response = response;
        }

        @Override
        public void handle(Buffer part) {
            long before = received;
            received += part.length();
            if (received > maxBytes && before <= maxBytes) {
                request.reset(0, new ResponseTooLargeException(maxBytes));
            } else if (before > 0 && response.statusCode() < REDIRECTION && call != null) {
                // Of an error only the beginning is read.
                call.takeLater(part);
            }
        }
    }
}

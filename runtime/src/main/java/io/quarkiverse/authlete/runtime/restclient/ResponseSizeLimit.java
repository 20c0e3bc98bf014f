package io.quarkiverse.authlete.runtime.restclient;

import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.failure.ResponseTooLargeException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/** Gives up reading an answer that would take more memory than allowed; the REST client reads answers of any size. */
final class ResponseSizeLimit implements Consumer<HttpClientRequest> {

    private final long maxBytes;

    ResponseSizeLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void accept(HttpClientRequest request) {
        request.response().onSuccess(response -> response.handler(new Counter(request)));
    }

    private final class Counter implements Handler<Buffer> {

        private final HttpClientRequest request;
        private long received;

        Counter(HttpClientRequest request) {
            this.request = request;
        }

        @Override
        public void handle(Buffer part) {
            long before = received;
            received += part.length();
            if (received > maxBytes && before <= maxBytes) {
                request.reset(0, new ResponseTooLargeException(maxBytes));
            }
        }
    }
}

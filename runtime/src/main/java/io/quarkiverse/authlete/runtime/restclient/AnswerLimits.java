package io.quarkiverse.authlete.runtime.restclient;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.authlete.runtime.failure.ResponseTooLargeException;
import io.quarkiverse.authlete.runtime.transport.AnswerGuard;
import io.quarkiverse.authlete.runtime.transport.Answers;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/**
 * Sees each request when it has its connection. The REST client gives none back before the end of the answer, however late
 * that comes, and reads answers of any size.
 *
 * @param time how long a request may hold its connection
 */
record AnswerLimits(Vertx vertx, Duration time, long maxBytes) implements Consumer<HttpClientRequest> {

    @Override
    public void accept(HttpClientRequest request) {
        AnswerGuard.install(request.connection());
        long timer = vertx.setTimer(time.toMillis(), late -> request.reset(0,
                new TimeoutException("The answer was not complete after " + time.toMillis() + " ms")));
        request.response().onFailure(lost -> vertx.cancelTimer(timer)).onSuccess(response -> {
            response.end().onComplete(end -> vertx.cancelTimer(timer));
            if (response.statusCode() < Answers.FIRST_FINAL) {
                // Vert.x believes that this was the answer. What comes now must not reach anybody.
                request.connection().close();
            }
            hideHarmfulType(response.headers());
            response.handler(counter(request));
        });
    }

    /**
     * The REST client throws if it can't parse the type of a success, and decodes a form by itself.
     * {@link ResponseInterceptor} reads the answer whatever its type, so that no issued token is lost.
     */
    private static void hideHarmfulType(MultiMap headers) {
        if (!isHarmless(headers.getAll(HttpHeaders.CONTENT_TYPE))) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static boolean isHarmless(List<String> values) {
        try {
            for (String value : values) {
                MediaType.valueOf(value);
                if (value.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            // Most are an IllegalArgumentException, but not all that the parser meets.
            return false;
        }
    }

    private Handler<Buffer> counter(HttpClientRequest request) {
        AtomicLong left = new AtomicLong(maxBytes);
        return part -> {
            long before = left.getAndAdd(-part.length());
            if (before >= 0 && before < part.length()) {
                request.reset(0, new ResponseTooLargeException(maxBytes));
            }
        };
    }
}

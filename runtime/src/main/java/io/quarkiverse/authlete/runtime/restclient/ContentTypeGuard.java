package io.quarkiverse.authlete.runtime.restclient;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpClientRequest;

/**
 * Takes a {@code Content-Type} away that would keep the REST client from the answer: it throws if it can't parse the type of
 * a success, and decodes a form by itself. {@link ResponseInterceptor} reads the answer whatever its type, so that no issued
 * token is lost.
 */
final class ContentTypeGuard implements Consumer<HttpClientRequest> {

    @Override
    public void accept(HttpClientRequest request) {
        request.response().onSuccess(response -> {
            if (!isHarmless(response.headers().getAll(HttpHeaders.CONTENT_TYPE))) {
                response.headers().remove(HttpHeaders.CONTENT_TYPE);
            }
        });
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
}

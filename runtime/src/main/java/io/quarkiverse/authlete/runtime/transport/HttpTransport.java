package io.quarkiverse.authlete.runtime.transport;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.call.Attempt;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.call.Transport;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Sends the requests of one service over a Vert.x client of its own.
 *
 * @param metrics keeps what is in a request out of metrics
 * @param addresses {@code null} if a proxy looks for them
 */
record HttpTransport(ServiceSettings settings, HttpClient client, Consumer<HttpClientRequest> metrics, Answers answers,
        RequestPaths paths, ServerAddresses addresses) implements Transport {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence DPOP = HttpHeaders.createOptimized("DPoP");

    @Override
    public <T> void send(Request<T> request, Attempt<T> attempt) {
        Exchange<T> exchange = new Exchange<>(this, request, attempt);
        String token = answers.tokens().known();
        if (token != null) {
            exchange.connect(token);
            return;
        }
        Context loop = Vertx.currentContext();
        answers.tokens().get().subscribe().with(
                fetched -> loop.runOnContext(now -> exchange.connect(fetched)),
                failure -> loop.runOnContext(now -> attempt.completeExceptionally(
                        answers.failures().noApiToken(request.info(), failure))));
    }

    /** @param connected is called when the next attempt would take another address, if this one has failed */
    void connect(Request<?> request, Duration limit, Handler<AsyncResult<HttpClientRequest>> connected) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.endpoint().httpMethod()))
                .setHost(settings.url().getHost())
                .setPort(paths.port())
                .setURI(paths.uri(request.serviceId(), request.path()))
                .setConnectTimeout(Math.max(1, limit.toMillis()));
        int turn = addresses == null ? 0 : addresses.choose(options);
        client.request(options).onComplete(connection -> {
            if (addresses != null && connection.cause() instanceof ConnectException) {
                addresses.connectFailed(turn).onComplete(done -> connected.handle(connection));
            } else {
                connected.handle(connection);
            }
        });
    }

    void putHeaders(HttpClientRequest request, Request<?> sent, Map<String, String> ofAttempt, String authorization,
            String proof) {
        request.putHeader(HttpHeaders.ACCEPT, JSON).putHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        if (sent.json() != null) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        }
        ofAttempt.forEach(request::putHeader);
        settings.headers().forEach(request::putHeader);
        for (Map.Entry<String, List<String>> header : sent.headers().entrySet()) {
            request.putHeader(header.getKey(), header.getValue());
        }
        request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (proof != null) {
            request.putHeader(DPOP, proof);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

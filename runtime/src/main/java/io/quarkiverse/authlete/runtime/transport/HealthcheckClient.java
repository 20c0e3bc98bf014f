package io.quarkiverse.authlete.runtime.transport;

import java.time.Duration;

import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Asks a server whether it is well. That belongs to no service, and needs neither an API token nor a part of any quota. */
public record HealthcheckClient(HttpClient client, ServiceSettings settings, RequestPaths paths) {

    /** The path, below that of the base URL. */
    public static final String PATH = "/api/lifecycle/healthcheck";

    private static final int LONGEST_TEXT = 1024;

    /**
     * @param timeout how long the answer may take
     * @return the answer, whatever its status: status 200 with the text {@code OK} if the server is well. Fails with a
     *         {@link java.util.concurrent.TimeoutException} if there is none in time, and otherwise if there is none at all.
     */
    public Uni<Answer> ask(Duration timeout) {
        RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setHost(settings.url().getHost())
                .setPort(paths.port()).setURI(paths.below(PATH)).setTimeout(timeout.toMillis());
        settings.headers().forEach(request::putHeader);
        request.putHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        return Uni.createFrom().completionStage(() -> client.request(request)
                .compose(connected -> connected.exceptionHandler(reported -> {
                }).send())
                .compose(head -> head.body().map(body -> new Answer(head.statusCode(), text(body))))
                .toCompletionStage());
    }

    public void close() {
        client.close();
    }

    private static String text(Buffer body) {
        return body.getString(0, Math.min(body.length(), LONGEST_TEXT));
    }

    /** @param text the body, or its beginning */
    public record Answer(int status, String text) {
    }
}

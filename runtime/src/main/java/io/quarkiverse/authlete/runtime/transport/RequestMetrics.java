package io.quarkiverse.authlete.runtime.transport;

import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.quarkus.micrometer.runtime.binder.vertx.IgnorableMetric;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.impl.HttpClientRequestInternal;

/**
 * Keeps requests out of the metric {@code http.client.requests}, as Quarkus does it for its REST clients: the URL would be a
 * tag, and that of a delete can have a token in it. Only in applications with Micrometer.
 */
@Singleton
public class RequestMetrics implements Consumer<HttpClientRequest> {

    @Override
    public void accept(HttpClientRequest request) {
        // There is no public way to the metric of a request.
        if (((HttpClientRequestInternal) request).metric() instanceof IgnorableMetric metric) {
            metric.markAsIgnored();
        }
    }
}

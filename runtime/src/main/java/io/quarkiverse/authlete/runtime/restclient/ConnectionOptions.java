package io.quarkiverse.authlete.runtime.restclient;

import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ProxyFilter;
import io.vertx.core.tracing.TracingPolicy;

/** Has the last word on how connections are made, and knows then where they lead. */
final class ConnectionOptions implements Consumer<HttpClientOptions> {

    /** The largest part of a body that comes at a time, in bytes. */
    private static final int MAX_CHUNK_SIZE = 64 * 1024;

    private final ServiceSettings settings;
    private final boolean verifyHost;
    private volatile String proxy;

    ConnectionOptions(ServiceSettings settings, boolean verifyHost) {
        this.settings = settings;
        this.verifyHost = verifyHost;
    }

    @Override
    public void accept(HttpClientOptions options) {
        // A server that says nothing would hold the connection longer than its caller waits.
        options.setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                // A setting for all REST clients must not open this one to a man in the middle.
                .setVerifyHost(verifyHost)
                // Long lists come in fewer parts, each of which costs the way through the pipeline of the connection.
                .setMaxChunkSize(MAX_CHUNK_SIZE)
                // The spans that Vert.x makes have the URL, which can hold a token.
                .setTracingPolicy(TracingPolicy.IGNORE);
        if (options.getNonProxyHosts() != null) {
            // The REST client joins the hosts of a proxy configuration with commas, and takes them for one.
            options.setNonProxyHosts(options.getNonProxyHosts().stream()
                    .flatMap(hosts -> Arrays.stream(hosts.split(","))).map(String::strip).toList());
        }
        proxy = proxy(options);
    }

    /** @return where connections lead; known as soon as the client is built */
    ServerRoute route() {
        return new ServerRoute(settings.name(), settings.url(), proxy);
    }

    private String proxy(HttpClientOptions options) {
        ProxyOptions proxy = options.getProxyOptions();
        if (proxy == null) {
            return null;
        }
        URI url = settings.url();
        boolean used = options.getNonProxyHosts() == null || ProxyFilter.nonProxyHosts(options.getNonProxyHosts())
                .test(SocketAddress.inetSocketAddress(Math.max(url.getPort(), 0), url.getHost()));
        return used ? proxy.getHost() + ":" + proxy.getPort() : null;
    }
}

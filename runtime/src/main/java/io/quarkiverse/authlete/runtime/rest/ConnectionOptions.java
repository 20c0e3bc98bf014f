package io.quarkiverse.authlete.runtime.rest;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.vertx.core.http.HttpClientOptions;

/** Has the last word on how connections are made. */
final class ConnectionOptions implements Consumer<HttpClientOptions> {

    private final ServiceSettings settings;
    private final boolean verifyHost;

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
                .setVerifyHost(verifyHost);
        if (options.getNonProxyHosts() != null) {
            // The REST client joins the hosts of a proxy configuration with commas, and takes them for one.
            options.setNonProxyHosts(options.getNonProxyHosts().stream()
                    .flatMap(hosts -> Arrays.stream(hosts.split(","))).map(String::strip).toList());
        }
    }
}

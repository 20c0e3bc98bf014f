package io.quarkiverse.authlete.runtime.transport;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.runtime.call.Transport;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.dpop.DpopServices;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.tracing.TracingPolicy;

/** Makes the transport of each service: its connections, and what they need. */
@Singleton
public class TransportFactory {

    /** The largest part of a body that comes at a time, in bytes: each costs the way through the pipeline. */
    private static final int MAX_CHUNK_SIZE = 64 * 1024;

    private final Vertx vertx;
    private final TransportConfigurations configurations;
    private final ApiTokenLookup tokens;
    private final DpopServices dpop;
    private final Instance<RequestMetrics> metrics;
    private final Map<String, Set<HttpClient>> clientsByTlsName = new ConcurrentHashMap<>();

    TransportFactory(Vertx vertx, TransportConfigurations configurations, ApiTokenLookup tokens, DpopServices dpop,
            Instance<RequestMetrics> metrics) {
        this.vertx = vertx;
        this.configurations = configurations;
        this.tokens = tokens;
        this.dpop = dpop;
        this.metrics = metrics;
    }

    /** @return a transport with connections of its own; the caller closes it */
    public Transport create(ServiceSettings settings, FailureFactory failures) {
        HttpClientOptions options = new HttpClientOptions();
        if (metrics.isResolvable()) {
            // Before the first bar is what the metrics extension of Quarkus wants; the rest is the name of the client.
            options.setMetricsName("rest-client|authlete|" + settings.name());
        }
        return new HttpTransport(settings, client(settings, options),
                metrics.isResolvable() ? metrics.get() : unmetered -> {
                }, answers(settings, failures), new RequestPaths(settings.url()),
                proxy(settings).isPresent() ? null : new ServerAddresses(settings.url().getHost(), vertx));
    }

    public Answers answers(ServiceSettings settings, FailureFactory failures) {
        return new Answers(failures, new TokenResponseReader(failures, settings.maxResponseSize()), tokens.of(settings),
                dpop.of(settings.name()).orElse(null), new ServerRoute(settings.name(), settings.url(),
                        proxy(settings).map(options -> options.getHost() + ":" + options.getPort()).orElse(null)));
    }

    /** @return has connections of its own that appear in no metrics; the caller closes it */
    public HealthcheckClient createHealthcheck(ServiceSettings settings) {
        return new HealthcheckClient(client(settings, new HttpClientOptions()), settings, new RequestPaths(settings.url()));
    }

    void certificatesUpdated(@Observes CertificateUpdatedEvent event) {
        clientsByTlsName.getOrDefault(event.name(), Set.of())
                .forEach(client -> client.updateSSLOptions(event.tlsConfiguration().getSSLOptions()));
    }

    private Optional<ProxyOptions> proxy(ServiceSettings settings) {
        return ProxyRoute.to(configurations.proxyInUse(settings), settings.url().getHost());
    }

    private HttpClient client(ServiceSettings settings, HttpClientOptions options) {
        configure(options, settings);
        HttpClient client = vertx.httpClientBuilder().with(options)
                .with(new PoolOptions().setHttp1MaxSize(settings.maxConnections()))
                .withConnectHandler(AnswerGuard::install)
                .build();
        if (settings.tlsConfigurationName() != null) {
            clientsByTlsName.computeIfAbsent(settings.tlsConfigurationName(), name -> ConcurrentHashMap.newKeySet())
                    .add(client);
        }
        return client;
    }

    /**
     * Has the last word on how connections are made, whatever the options say already: what is meant for other clients of
     * the application must not decide whom this one trusts.
     */
    public void configure(HttpClientOptions options, ServiceSettings settings) {
        options.setTrustAll(false).setTrustOptions(null).setKeyCertOptions(null);
        configurations.tls(settings).ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        options.setSsl(settings.url().getScheme().equals("https"))
                .setVerifyHost(configurations.verifiesHost(settings))
                // One answer follows another on a connection, and a dead connection is left by closing it.
                .setProtocolVersion(HttpVersion.HTTP_1_1).setUseAlpn(false).setPipelining(false).setKeepAlive(true)
                .setDecompressionSupported(false)
                .setConnectTimeout((int) Math.min(Integer.MAX_VALUE, settings.connectTimeout().toMillis()))
                // A server that says nothing would hold the connection longer than its caller waits.
                .setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout((int) Math.min(Integer.MAX_VALUE, settings.connectionTtl().toSeconds()))
                .setMaxChunkSize(MAX_CHUNK_SIZE)
                .setLogActivity(false)
                // The spans that Vert.x makes have the URL, which can hold a token.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setProxyOptions(proxy(settings).orElse(null)).setNonProxyHosts(null);
    }
}

package io.quarkiverse.authlete.runtime.transport;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.runtime.call.Transport;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopServices;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
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
    private final Map<String, Set<HttpClient>> clientsByTlsName = new ConcurrentHashMap<>();

    TransportFactory(Vertx vertx, TransportConfigurations configurations, ApiTokenLookup tokens, DpopServices dpop) {
        this.vertx = vertx;
        this.configurations = configurations;
        this.tokens = tokens;
        this.dpop = dpop;
    }

    /**
     * @param settings the settings of a service
     * @param failures makes its exceptions
     * @return a transport with connections of its own; the caller closes it
     */
    public Transport create(ServiceSettings settings, FailureFactory failures) {
        ApiTokens apiTokens = tokens.of(settings);
        Optional<ProxyOptions> proxy = proxy(settings);
        ServerRoute route = new ServerRoute(settings.name(), settings.url(),
                proxy.map(options -> options.getHost() + ":" + options.getPort()).orElse(null));
        ServiceDpop service = dpop.of(settings.name()).orElse(null);
        // Before the first bar is what the metrics extension of Quarkus wants; the rest is the name of the client.
        HttpClient client = client(settings, proxy,
                new HttpClientOptions().setMetricsName("rest-client|authlete|" + settings.name()));
        return new HttpTransport(settings, client, route, apiTokens,
                service == null ? null : new Proofs(service, vertx), failures,
                new Answers(failures, new TokenResponseReader(failures, settings.maxResponseSize()), apiTokens, service,
                        route),
                proxy.isPresent() ? null : new ServerAddresses(settings.url().getHost(), vertx));
    }

    /**
     * @param settings the settings of a service
     * @return asks its server for its health, over connections of its own that appear in no metrics; the caller closes it
     */
    public HealthcheckClient createHealthcheck(ServiceSettings settings) {
        return new HealthcheckClient(client(settings, proxy(settings), new HttpClientOptions()), settings);
    }

    /** @param event certificates were replaced on disk */
    void certificatesUpdated(@Observes CertificateUpdatedEvent event) {
        clientsByTlsName.getOrDefault(event.name(), Set.of())
                .forEach(client -> client.updateSSLOptions(event.tlsConfiguration().getSSLOptions()));
    }

    private Optional<ProxyOptions> proxy(ServiceSettings settings) {
        return ProxyRoute.to(configurations.proxyInUse(settings), settings.url().getHost());
    }

    private HttpClient client(ServiceSettings settings, Optional<ProxyOptions> proxy, HttpClientOptions options) {
        options.setSsl(settings.url().getScheme().equals("https"))
                // One answer follows another on a connection, and a dead connection is left by closing it.
                .setProtocolVersion(HttpVersion.HTTP_1_1).setUseAlpn(false).setPipelining(false)
                .setConnectTimeout((int) Math.min(Integer.MAX_VALUE, settings.connectTimeout().toMillis()))
                // A server that says nothing would hold the connection longer than its caller waits.
                .setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout((int) Math.min(Integer.MAX_VALUE, settings.connectionTtl().toSeconds()))
                .setMaxChunkSize(MAX_CHUNK_SIZE)
                // The spans that Vert.x makes have the URL, which can hold a token.
                .setTracingPolicy(TracingPolicy.IGNORE);
        Optional<TlsConfiguration> tls = configurations.tls(settings);
        tls.ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        options.setUseAlpn(false).setVerifyHost(configurations.verifiesHost(settings));
        proxy.ifPresent(options::setProxyOptions);
        HttpClient client = vertx.httpClientBuilder().with(options)
                .with(new PoolOptions().setHttp1MaxSize(settings.maxConnections()))
                .withConnectHandler(AnswerGuard::install)
                .build();
        tls.ifPresent(configuration -> clientsByTlsName
                .computeIfAbsent(settings.tlsConfigurationName(), name -> ConcurrentHashMap.newKeySet()).add(client));
        return client;
    }
}

package io.quarkiverse.authlete.runtime.rest;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopServices;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.rest.client.reactive.runtime.QuarkusRestClientBuilderImpl;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;

/**
 * Makes the REST clients: one for each service, each with a connection pool and credentials of its own, and one to ask for
 * the health of its server, with the same connection settings. Also configures
 * the bean {@code @RestClient TokenApi}, which Quarkus makes, so that both are wired in this one place.
 */
@Singleton
public class TokenApiFactory {

    private static final String SERVICE_PROPERTY = "io.quarkiverse.authlete.service";
    private static final String METRICS_NAME_PROPERTY = "io.quarkiverse.authlete.metrics-name";

    private final ServiceSettingsReader settings;
    private final ApiTokenLookup tokens;
    private final TransportConfigurations transports;
    private final DpopServices dpop;

    TokenApiFactory(ServiceSettingsReader settings, ApiTokenLookup tokens, TransportConfigurations transports,
            DpopServices dpop) {
        this.settings = settings;
        this.tokens = tokens;
        this.transports = transports;
        this.dpop = dpop;
    }

    /**
     * @param service the name of a configured service
     * @return a client of that service; it is {@link java.io.Closeable}
     */
    public TokenApi create(String service) {
        // Before the first bar is what the metrics extension of Quarkus wants; the rest it takes as the name of the client.
        return builder(service).property(METRICS_NAME_PROPERTY, "rest-client|authlete|" + service).build(TokenApi.class);
    }

    /**
     * @param service the name of a configured service
     * @param timeout how long the server may be silent
     * @return asks the server of that service, over connections of its own that appear in no metrics; it is
     *         {@link java.io.Closeable}
     */
    public HealthcheckApi createHealthcheck(String service, Duration timeout) {
        return builder(service).readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                // Every answer tells something.
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(HealthcheckApi.class);
    }

    private static QuarkusRestClientBuilder builder(String service) {
        return QuarkusRestClientBuilder.newBuilder()
                .property(SERVICE_PROPERTY, service)
                .baseUri(URI.create(TokenApi.CONFIGURED_URL));
    }

    /** Called for every client of {@code TokenApi} just before it is built, when nothing can change it any more. */
    void configureTokenApi(RestClientBuilder builder) {
        if (builder.getConfiguration().getProperty(METRICS_NAME_PROPERTY) instanceof String metricsName) {
            ((RestClientBuilderImpl) builder).httpClientOptionsCustomizer(options -> options.setMetricsName(metricsName));
        }
        ServiceSettings settings = settings(builder);
        QuarkusRestClientBuilder client = new QuarkusRestClientBuilderImpl((RestClientBuilderImpl) builder);
        ConnectionOptions connections = connect(client, settings);
        ApiTokens apiTokens = tokens.of(settings);
        FailureFactory failures = new FailureFactory(settings.name(), InstantSource.system());
        client.readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .httpClientRequestCustomizer(new SendGate())
                .register(new RequestCheckFilter(new RequestValidator(settings.name()), settings.url()), Priorities.USER - 1)
                .register(new RequestHeadersFilter(settings.headers(), apiTokens, failures), Priorities.USER)
                .register(new EventLoopFilter(), EventLoopFilter.PRIORITY)
                .register(new FailureFilter(failures, apiTokens, connections::route), Priorities.USER)
                .register(new TokenResponseReader(failures, settings.maxResponseSize()));
        dpop.of(settings.name()).ifPresent(
                proofs -> client.register(new DpopFilter(proofs, failures), DpopFilter.PRIORITY));
    }

    /** Called for every client of {@code HealthcheckApi} just before it is built. */
    void configureHealthcheck(RestClientBuilder builder) {
        ServiceSettings settings = settings(builder);
        connect(new QuarkusRestClientBuilderImpl((RestClientBuilderImpl) builder), settings);
        settings.headers().forEach(builder::header);
    }

    private ServiceSettings settings(RestClientBuilder builder) {
        Object service = builder.getConfiguration().getProperty(SERVICE_PROPERTY);
        return settings.read(service == null ? AuthleteRuntimeConfig.DEFAULT_SERVICE : (String) service);
    }

    private ConnectionOptions connect(QuarkusRestClientBuilder builder, ServiceSettings settings) {
        ConnectionOptions connections = new ConnectionOptions(settings, transports.verifiesHost(settings));
        transports.tls(settings).ifPresent(builder::tlsConfiguration);
        transports.proxy(settings).ifPresent(proxy -> connectThrough(proxy, builder));
        builder.baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .userAgent(settings.userAgent())
                // A redirect would carry the API token and the issued tokens to another server.
                .followRedirects(false)
                // The REST client's own logging prints URLs and bodies, and both can hold tokens.
                .property(QuarkusRestClientProperties.LOGGING_SCOPE, LoggingScope.NONE)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.maxConnections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL, (int) settings.connectionTtl().toSeconds())
                .httpClientOptionsCustomizer(connections)
                .httpClientRequestCustomizer(new ContentTypeGuard())
                .httpClientRequestCustomizer(new ResponseSizeLimit(settings.maxResponseSize()));
        return connections;
    }

    private static void connectThrough(ProxyConfiguration proxy, QuarkusRestClientBuilder builder) {
        builder.proxyAddress(proxy.host(), proxy.port());
        proxy.username().ifPresent(builder::proxyUser);
        proxy.password().ifPresent(builder::proxyPassword);
        proxy.nonProxyHosts().ifPresent(hosts -> builder.nonProxyHosts(String.join("|", hosts)));
        proxy.proxyConnectTimeout().ifPresent(builder::proxyConnectTimeout);
    }
}

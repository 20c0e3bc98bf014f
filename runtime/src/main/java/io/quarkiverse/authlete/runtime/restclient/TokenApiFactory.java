package io.quarkiverse.authlete.runtime.restclient;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopServices;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.rest.client.reactive.runtime.QuarkusRestClientBuilderImpl;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;

/**
 * Configures {@code @RestClient TokenApi}, the declarative REST client of the default service, which Quarkus makes.
 */
@Singleton
public class TokenApiFactory {

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

    /** Called for every client of {@code TokenApi} just before it is built, when nothing can change it any more. */
    void configure(RestClientBuilder builder) {
        configure(new QuarkusRestClientBuilderImpl((RestClientBuilderImpl) builder),
                settings.read(AuthleteRuntimeConfig.DEFAULT_SERVICE));
    }

    private void configure(QuarkusRestClientBuilder builder, ServiceSettings settings) {
        ApiTokens apiTokens = tokens.of(settings);
        FailureFactory failures = new FailureFactory(settings.name(), InstantSource.system());
        ConnectionOptions connections = new ConnectionOptions(settings, transports.verifiesHost(settings));
        transports.tls(settings).ifPresent(builder::tlsConfiguration);
        transports.proxy(settings).ifPresent(proxy -> connectThrough(proxy, builder));
        builder.baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .userAgent(settings.userAgent())
                // A redirect would carry the API token and the issued tokens to another server.
                .followRedirects(false)
                // The REST client's own logging prints URLs and bodies, and both can hold tokens.
                .property(QuarkusRestClientProperties.LOGGING_SCOPE, LoggingScope.NONE)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.maxConnections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL, (int) settings.connectionTtl().toSeconds())
                .httpClientOptionsCustomizer(connections)
                .httpClientRequestCustomizer(new ContentTypeGuard())
                .httpClientRequestCustomizer(new ResponseSizeLimit(settings.maxResponseSize()))
                .register(new RequestCheckFilter(new RequestValidator(settings.name()), settings.url()), Priorities.USER - 1)
                .register(new RequestHeadersFilter(settings.headers(), apiTokens, failures), Priorities.USER)
                .register(new FailureFilter(failures, apiTokens, connections::route), Priorities.USER)
                .register(new ResponseInterceptor(new TokenResponseReader(failures, settings.maxResponseSize())));
        dpop.of(settings.name()).ifPresent(
                proofs -> builder.register(new DpopFilter(proofs, failures), DpopFilter.PRIORITY));
    }

    private static void connectThrough(ProxyConfiguration proxy, QuarkusRestClientBuilder builder) {
        builder.proxyAddress(proxy.host(), proxy.port());
        proxy.username().ifPresent(builder::proxyUser);
        proxy.password().ifPresent(builder::proxyPassword);
        proxy.nonProxyHosts().ifPresent(hosts -> builder.nonProxyHosts(String.join("|", hosts)));
        proxy.proxyConnectTimeout().ifPresent(builder::proxyConnectTimeout);
    }
}

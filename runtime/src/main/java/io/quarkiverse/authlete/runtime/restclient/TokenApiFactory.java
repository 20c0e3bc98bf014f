package io.quarkiverse.authlete.runtime.restclient;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import io.quarkiverse.authlete.runtime.call.FaultToleranceDefaults;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.transport.Answers;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;
import io.quarkiverse.authlete.runtime.transport.TransportFactory;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.rest.client.reactive.runtime.QuarkusRestClientBuilderImpl;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;

/**
 * Configures {@code @RestClient TokenApi}, the declarative REST client of the default service, which Quarkus makes. What is
 * meant for all REST clients of the application changes neither what it sends, nor to whom, nor whom it trusts.
 */
@Singleton
public class TokenApiFactory {

    private final ServiceSettingsReader settings;
    private final FaultToleranceDefaults defaults;
    private final TransportFactory transports;
    private final TransportConfigurations configurations;
    private final Vertx vertx;

    TokenApiFactory(ServiceSettingsReader settings, FaultToleranceDefaults defaults, TransportFactory transports,
            TransportConfigurations configurations, Vertx vertx) {
        this.settings = settings;
        this.defaults = defaults;
        this.transports = transports;
        this.configurations = configurations;
        this.vertx = vertx;
    }

    /** Called for every client of {@code TokenApi} just before it is built, when nothing can change it any more. */
    void configure(RestClientBuilder builder) {
        ServiceSettings service = settings.read(AuthleteRuntimeConfig.DEFAULT_SERVICE);
        // The builder that a listener gets has no public way to these settings of Quarkus.
        connections(new QuarkusRestClientBuilderImpl((RestClientBuilderImpl) builder), service);
        properties(builder, service);
        providers(builder, service);
    }

    private void connections(QuarkusRestClientBuilder builder, ServiceSettings service) {
        Duration time = settings.config(service.name()).attemptTimeout()
                .orElse(Duration.ofMillis(defaults.attemptTimeout()));
        builder.baseUri(service.url())
                .connectTimeout(service.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(service.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .userAgent(service.userAgent())
                // A redirect would carry the API token and the issued tokens to another server.
                .followRedirects(false)
                .enableCompression(false)
                // Certificates that are renewed on disk reach the clients of the named one.
                .tlsConfiguration(configurations.tls(service).orElseGet(TokenApiFactory::unnamed))
                .httpClientOptionsCustomizer(options -> transports.configure(options, service))
                .httpClientRequestCustomizer(new AnswerLimits(vertx, time, service.maxResponseSize()));
    }

    /** Those of all REST clients are set already. */
    private static void properties(RestClientBuilder builder, ServiceSettings service) {
        builder.property(QuarkusRestClientProperties.STATIC_HEADERS, Map.of())
                // The REST client's own logging prints URLs and bodies, and both can hold tokens.
                .property(QuarkusRestClientProperties.LOGGING_SCOPE, LoggingScope.NONE)
                .property(QuarkusRestClientProperties.HTTP2, false)
                .property(QuarkusRestClientProperties.ALPN, false)
                .property(QuarkusRestClientProperties.SHARED, false)
                .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, true)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, service.maxConnections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL,
                        (int) Math.min(Integer.MAX_VALUE, service.connectionTtl().toSeconds()));
    }

    private void providers(RestClientBuilder builder, ServiceSettings service) {
        Answers answers = transports.answers(service, new FailureFactory(service.name(), service.url().getAuthority(),
                InstantSource.system()));
        builder.register(new RequestFilter(new RequestValidator(service.name()), new RequestPaths(service.url()),
                service, answers), Priorities.USER)
                .register(new JsonBodyWriter())
                .register(new AnswerFilter(answers), Priorities.USER)
                .register(new ResponseInterceptor(answers.successes()));
    }

    /** Takes the place of the TLS configuration of all REST clients. */
    private static TlsConfiguration unnamed() {
        return new BaseTlsConfiguration() {
            @Override
            public String getName() {
                return null;
            }
        };
    }
}

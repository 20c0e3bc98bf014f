package io.quarkiverse.authlete.runtime.credentials;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.smallrye.mutiny.Uni;

/** Finds where the API token of a service comes from. */
@Singleton
public class ApiTokenLookup {

    private final Instance<ApiTokenProvider> providers;
    private final Map<String, ApiTokens> tokens = new ConcurrentHashMap<>();

    ApiTokenLookup(@Any Instance<ApiTokenProvider> providers) {
        this.providers = providers;
    }

    /**
     * @param service the name of a service
     * @return whether the application has a provider for it
     */
    public boolean hasProvider(String service) {
        return providers.select(qualifier(service)).isResolvable();
    }

    /**
     * @param settings the settings of a service
     * @return its API token: that of the application's provider, else of the credentials provider, else the configured one
     */
    public ApiTokens of(ServiceSettings settings) {
        return tokens.computeIfAbsent(settings.name(), name -> find(settings));
    }

    private ApiTokens find(ServiceSettings settings) {
        if (hasProvider(settings.name())) {
            ApiTokenProvider provider = providers.select(qualifier(settings.name())).get();
            return ApiTokens.from(provider::getApiToken);
        }
        if (settings.credentialsProvider() != null) {
            CredentialsProvider provider = CredentialsProviderFinder.find(settings.credentialsProviderName());
            return ApiTokens.from(() -> credentials(provider, settings.credentialsProvider())
                    .map(credentials -> credentials.get(CredentialsProvider.PASSWORD_PROPERTY_NAME)));
        }
        return ApiTokens.fixed(Optional.ofNullable(settings.apiToken()).orElseThrow());
    }

    /**
     * Most providers block, and without a thread of their own they would take a worker thread of the application; all of them
     * may be waiting for this very token.
     */
    private static Uni<Map<String, String>> credentials(CredentialsProvider provider, String name) {
        return Uni.createFrom().item(() -> provider.getCredentials(name))
                .runSubscriptionOn(fetch -> {
                    Thread thread = new Thread(fetch, "authlete-credentials");
                    thread.setDaemon(true);
                    thread.start();
                })
                .onFailure(UnsupportedOperationException.class).recoverWithUni(() -> provider.getCredentialsAsync(name));
    }

    private static Annotation qualifier(String service) {
        return service.equals(AuthleteRuntimeConfig.DEFAULT_SERVICE) ? Default.Literal.INSTANCE
                : AuthleteServiceName.Literal.of(service);
    }
}

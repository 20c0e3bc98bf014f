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
     * @return the API token of the emulator for it. Wherever it is configured, it is the right one, and no provider has it: in
     *         dev mode, in tests, and in a packaged application under test
     */
    public static String emulated(String serviceId) {
        return "emulator-" + serviceId;
    }

    /** @return whether the application has a provider for it */
    public boolean hasProvider(String service) {
        return !providers.select(qualifier(service)).isUnsatisfied();
    }

    /**
     * @return its API token: that of the emulator, else of the application's provider, else of the credentials provider, else
     *         the configured one
     */
    public ApiTokens of(ServiceSettings settings) {
        return tokens.computeIfAbsent(settings.name(), name -> find(settings));
    }

    /** @return where its API token comes from, for messages; no provider is made or asked */
    public String source(ServiceSettings settings) {
        if (isEmulated(settings)) {
            return settings.apiTokenSource();
        }
        if (hasProvider(settings.name())) {
            return "the ApiTokenProvider "
                    + providers.select(qualifier(settings.name())).getHandle().getBean().getBeanClass().getName();
        }
        return settings.credentialsProvider() == null ? settings.apiTokenSource()
                : "the CredentialsProvider, asked for '" + settings.credentialsProvider() + "'";
    }

    private ApiTokens find(ServiceSettings settings) {
        String source = source(settings);
        if (isEmulated(settings)) {
            return ApiTokens.fixed(source, settings.apiToken());
        }
        if (hasProvider(settings.name())) {
            ApiTokenProvider provider = providers.select(qualifier(settings.name())).get();
            return ApiTokens.from(source, provider::getApiToken);
        }
        if (settings.credentialsProvider() != null) {
            CredentialsProvider provider = CredentialsProviderFinder.find(settings.credentialsProviderName());
            return ApiTokens.from(source, () -> credentials(provider, settings.credentialsProvider())
                    .map(credentials -> credentials.get(CredentialsProvider.PASSWORD_PROPERTY_NAME)));
        }
        return ApiTokens.fixed(source, Optional.ofNullable(settings.apiToken()).orElseThrow());
    }

    private static boolean isEmulated(ServiceSettings settings) {
        return emulated(settings.serviceId()).equals(settings.apiToken());
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

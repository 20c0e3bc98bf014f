package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Turns the configuration of a service into {@link ServiceSettings}, or says what is missing or wrong. */
public final class ServiceSettingsReader {

    private static final String TOKEN_KEY = "service-access-token";
    private static final String[] TOKEN_VARIABLES = { "AUTHLETE_BEARER", "AUTHLETE_AUTHLETE" };

    private final AuthleteRuntimeConfig config;
    private final Config values;
    private final PropertySources sources;
    private final Predicate<String> hasTokenProvider;

    /**
     * @param config the configuration
     * @param values the properties that it is made from
     * @param hasTokenProvider tells whether the application supplies the API token of a service
     */
    public ServiceSettingsReader(AuthleteRuntimeConfig config, Config values, Predicate<String> hasTokenProvider) {
        this.config = config;
        this.values = values;
        this.sources = new PropertySources(values);
        this.hasTokenProvider = hasTokenProvider;
    }

    /**
     * @param service the name of a service
     * @return its configuration
     */
    public ServiceConfig config(String service) {
        return config.services().get(service);
    }

    /** @return the names of the services that have a URL or a region */
    public Set<String> configured() {
        Map<String, ServiceConfig> services = config.services();
        Set<String> names = new HashSet<>();
        services.forEach((name, settings) -> {
            // Keys of the build, such as those of the dev services, look like services too.
            if ((settings.url().isPresent() || settings.region().isPresent())
                    && !isVariableOfAnother(name, services.keySet())) {
                names.add(name);
            }
        });
        return names;
    }

    /** A variable does not tell whether it is for my-eu, My.EU or my.eu; Quarkus reads the last, besides the one that is. */
    private static boolean isVariableOfAnother(String name, Set<String> names) {
        for (String other : names) {
            if (!name.equals(other) && name.equals(other.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "."))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> headers(ServiceConfig settings) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> header : settings.headers().entrySet()) {
            if (!isVariableOfAnother(header.getKey(), settings.headers().keySet())) {
                headers.put(header.getKey(), header.getValue());
            }
        }
        return headers;
    }

    /**
     * @param service the name of a service
     * @return what to set so that the service can be used; empty if all is there
     */
    public Optional<String> missing(String service) {
        ServiceConfig settings = config.services().get(service);
        if (settings.url().isEmpty() && settings.region().isEmpty()) {
            return missing(service, "region", " (us, jp, eu or br) or " + property(service, "url"));
        }
        if (settings.serviceId().isEmpty()) {
            return missing(service, "service-id", "");
        }
        if (apiToken(service, settings) == null && settings.credentialsProvider().isEmpty()
                && !hasTokenProvider.test(service)) {
            return missing(service, TOKEN_KEY,
                    service.equals(DEFAULT_SERVICE) ? " or the environment variable " + TOKEN_VARIABLES[0] : "");
        }
        return Optional.empty();
    }

    /**
     * Checks what is configured, also if something is still missing.
     *
     * @param service the name of a service
     * @throws ConfigurationException if a property is wrong; the message names it, and where it is set
     */
    public void check(String service) {
        try {
            ServiceConfig settings = config.services().get(service);
            new ServiceCheck(service, sources).check(settings, headers(settings), apiToken(service, settings));
            HealthConfigCheck.check(config.health());
        } catch (ConfigurationException e) {
            throw sources.located(e);
        }
    }

    /**
     * @param service the name of a service
     * @return its settings
     * @throws ConfigurationException if a property is missing or wrong; the message names it
     */
    public ServiceSettings read(String service) {
        Optional<String> missing = missing(service);
        if (missing.isPresent()) {
            throw new ConfigurationException(missing.get());
        }
        check(service);
        ServiceConfig settings = config.services().get(service);
        URI url = settings.url().isPresent()
                ? ServiceUrl.parse(settings.url().get(), settings.allowPlainHttp(), service)
                : settings.region().orElseThrow().url();
        ApiToken token = apiToken(service, settings);
        return new ServiceSettings(service, url, settings.tlsConfigurationName().orElse(null),
                settings.proxyConfigurationName().orElse(null), settings.serviceId().orElseThrow(),
                token == null ? null : token.value(), token == null ? null : sources.describe(token.property()),
                settings.credentialsProvider().orElse(null), settings.credentialsProviderName().orElse(null),
                headers(settings), settings.connectTimeout(),
                settings.readTimeout(), settings.maxConnections(), settings.connectionTtl(),
                settings.maxResponseSize().asLongValue(), settings.userAgent());
    }

    private @Nullable ApiToken apiToken(String service, ServiceConfig settings) {
        if (settings.serviceAccessToken().isPresent()) {
            return new ApiToken(settings.serviceAccessToken().get(), property(service, TOKEN_KEY));
        }
        // Only the default service: a named one must never send the credentials of another.
        if (service.equals(DEFAULT_SERVICE)) {
            for (String variable : TOKEN_VARIABLES) {
                String value = values.getOptionalValue(variable, String.class).orElse("").strip();
                if (!value.isEmpty()) {
                    return new ApiToken(value, variable);
                }
            }
        }
        return null;
    }

    private Optional<String> missing(String service, String key, String alternative) {
        String blank = sources.blank(property(service, key));
        return Optional.of("The Authlete service '" + service + "' is not configured: set " + property(service, key)
                + alternative + "." + (blank == null ? "" : " It is set " + blank + "."));
    }

    /** @param property where it is set: the property of the service, or a variable that takes its place */
    record ApiToken(String value, String property) {

        @Override
        public String toString() {
            return "ApiToken[property=" + property + "]";
        }
    }
}

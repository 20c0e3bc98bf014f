package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.runtime.HeaderRules;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader.ApiToken;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Says which property of a service is wrong, before anything is sent. */
final class ServiceCheck {

    /** A century: longer ones overflow where they become numbers. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private final String service;
    private final PropertySources sources;

    /**
     * @param service the name of the service
     * @param sources where its properties are set
     */
    ServiceCheck(String service, PropertySources sources) {
        this.service = service;
        this.sources = sources;
    }

    /**
     * @param settings the configuration of the service
     * @param headers those that are sent with each request
     * @param token the API token; {@code null} if there is none, or another source has it
     * @throws ConfigurationException if a property is wrong; the message names it
     */
    void check(ServiceConfig settings, Map<String, String> headers, @Nullable ApiToken token) {
        if (settings.url().isPresent()) {
            ServiceUrl.parse(settings.url().get(), settings.allowPlainHttp(), service);
        }
        if (settings.serviceId().isPresent()) {
            checkServiceId(settings.serviceId().get());
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            checkHeader(header.getKey(), header.getValue());
        }
        if (token != null) {
            checkApiToken(token);
        }
        if (!HeaderRules.isValue(settings.userAgent()) || settings.userAgent().isEmpty()) {
            throw wrong(service, "user-agent", "must consist of visible ASCII characters, with spaces only between them");
        }
        FaultToleranceCheck.check(service, settings);
        checkAtLeast(Duration.ofMillis(1), service, "connect-timeout", settings.connectTimeout());
        checkAtLeast(Duration.ofMillis(1), service, "read-timeout", settings.readTimeout());
        checkAtLeast(Duration.ofSeconds(1), service, "connection-ttl", settings.connectionTtl());
        if (settings.maxResponseSize().asLongValue() < 1024) {
            throw wrong(service, "max-response-size", "must be at least 1K");
        }
        if (settings.maxConnections() < 1) {
            throw wrong(service, "max-connections", "must be at least 1");
        }
    }

    private void checkServiceId(String id) {
        if (isQuoted(id) || !isVisible(id)) {
            throw wrong(service, "service-id", "is not a service ID: remove quotes, spaces and characters that are not ASCII");
        }
        try {
            new RequestValidator(service).serviceId(TokenOperation.LIST, id);
        } catch (AuthleteInvalidRequestException e) {
            throw wrong(service, "service-id", "is not a service ID");
        }
    }

    private void checkHeader(String name, String value) {
        if (name.indexOf('.') >= 0 && (sources.isVariable(property(service, "headers." + name))
                || sources.isVariable(property(service, "headers.\"" + name + '"')))) {
            throw wrong(service, "headers." + name, "is set by an environment variable, which can't tell dashes: put"
                    + " quarkus.authlete.headers.My-Header=${MY_HEADER} into application.properties, with your names");
        }
        try {
            HeaderRules.check(name, value);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property(service, "headers") + " of the Authlete service '" + service
                    + "' is refused: " + e.getMessage() + ".", Set.of(property(service, "headers." + name)));
        }
    }

    private void checkApiToken(ApiToken token) {
        if (isQuoted(token.value())) {
            throw wrongProperty(service, token.property(), "has quotes around the API token: remove them");
        }
        if (!isVisible(token.value())) {
            throw wrongProperty(service, token.property(), "must be visible ASCII characters without spaces and line breaks");
        }
    }

    /** As tools leave them that copy the text of a variable to the letter. */
    private static boolean isQuoted(String value) {
        return value.length() > 1 && value.charAt(0) == value.charAt(value.length() - 1) && "\"'".indexOf(value.charAt(0)) >= 0;
    }

    private static boolean isVisible(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    static void checkAtLeast(Duration least, String service, String key, Duration duration) {
        if (duration.compareTo(least) < 0) {
            throw wrong(service, key, "must be at least " + least.toMillis() + " ms");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw wrong(service, key, "must be at most " + LONGEST.toDays() + " days");
        }
    }

    static ConfigurationException wrong(String service, String key, String what) {
        return wrongProperty(service, property(service, key), what);
    }

    private static ConfigurationException wrongProperty(String service, String property, String what) {
        return new ConfigurationException(property + " of the Authlete service '" + service + "' " + what + ".",
                Set.of(property));
    }
}

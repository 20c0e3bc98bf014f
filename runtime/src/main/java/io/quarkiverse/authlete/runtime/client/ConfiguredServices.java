package io.quarkiverse.authlete.runtime.client;

import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.runtime.ApplicationClassLoader;
import io.quarkiverse.authlete.runtime.SecretScrubber;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;

/**
 * The services that the configuration names.
 *
 * @param application what a service is made with, whichever thread asks for it first
 */
public record ConfiguredServices(AuthleteServices services, ServiceSettingsReader settings,
        ApplicationClassLoader application) implements TokenServices {

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(settings.configured());
        names.removeIf(name -> settings.missing(name).isPresent());
        return names;
    }

    @Override
    public TokenOperations of(String name) {
        check(name);
        return application.get(() -> services.blocking(name));
    }

    @Override
    public ReactiveTokenOperations reactive(String name) {
        check(name);
        return application.get(() -> services.reactive(name));
    }

    private void check(String name) {
        if (name == null) {
            throw new IllegalArgumentException("The name of the Authlete service is null: pass one of " + names());
        }
        settings.missing(name).ifPresent(missing -> {
            // The name may come from anywhere, and the message may go to a log.
            throw new IllegalArgumentException(settings.missing(SecretScrubber.identifier(name)).orElse(missing)
                    + " The services that are configured: " + names());
        });
    }
}

package io.quarkiverse.authlete.runtime;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.runtime.config.PropertySources;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.ServiceUrl;
import io.quarkus.runtime.LaunchMode;

/** Tells in the log, one line for each service, what calls of it will reach; warns of what nobody can have meant. */
final class ServicesAtStart {

    private static final Logger LOG = Logger.getLogger(ServicesAtStart.class);

    private final ServiceSettingsReader settings;
    private final Function<ServiceSettings, String> tokenSource;
    private final PropertySources sources;
    private final LaunchMode mode;

    /**
     * @param settings the configuration
     * @param tokenSource tells where the API token of a service comes from
     * @param sources where the configuration comes from
     * @param mode how the application runs
     */
    ServicesAtStart(ServiceSettingsReader settings, Function<ServiceSettings, String> tokenSource, PropertySources sources,
            LaunchMode mode) {
        this.settings = settings;
        this.tokenSource = tokenSource;
        this.sources = sources;
        this.mode = mode;
    }

    /**
     * @param injected the names of the services that the application injects
     * @param emulated the names of those that the emulator stands in for
     */
    void log(Set<String> injected, Set<String> emulated) {
        for (String service : new TreeSet<>(injected)) {
            Optional<String> missing = settings.missing(service);
            if (missing.isPresent()) {
                LOG.warn(missing.get() + " Until then, its calls fail.");
            } else {
                log(settings.read(service), emulated.contains(service));
            }
        }
        Set<String> forgotten = new TreeSet<>(settings.configured());
        forgotten.removeAll(injected);
        forgotten.removeAll(emulated);
        for (String service : forgotten) {
            LOG.warnf("The Authlete service '%s' is configured, by %s, but nothing injects it. Injected: %s.", service,
                    address(service), injected.isEmpty() ? "none" : String.join(", ", new TreeSet<>(injected)));
        }
    }

    private void log(ServiceSettings service, boolean emulated) {
        String line = "Authlete service '%s': %s%s, service ID %s, API token from %s".formatted(service.name(),
                emulated ? "emulator at " : "", service.url(), service.serviceId(), tokenSource.apply(service));
        if (emulated || mode == LaunchMode.NORMAL || ServiceUrl.isOnThisMachine(service.url())) {
            LOG.info(line);
        } else {
            LOG.warnf("%s. THIS IS NO EMULATOR: in the mode %s, too, calls reach this server, because of %s. To use the"
                    + " emulator here, put %%prod. before the property.", line, mode.getDefaultProfile(),
                    address(service.name()));
        }
    }

    private String address(String service) {
        String key = settings.config(service).url().isPresent() ? "url" : "region";
        return sources.describe(property(service, key));
    }
}

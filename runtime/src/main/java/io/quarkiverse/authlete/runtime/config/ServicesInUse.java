package io.quarkiverse.authlete.runtime.config;

import java.util.Set;

/**
 * The services that the application injects, and all that are configured if it looks them up by name.
 *
 * @param names their names, {@code <default>} for the default service
 */
public record ServicesInUse(Set<String> names) {
}

package io.quarkiverse.authlete.deployment;

import java.util.Set;

import io.quarkus.builder.item.SimpleBuildItem;

/** The names of the services that the application injects. */
public final class AuthleteServicesBuildItem extends SimpleBuildItem {

    private final Set<String> names;

    AuthleteServicesBuildItem(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** @return the names; {@code <default>} for the default service */
    public Set<String> names() {
        return names;
    }
}

package io.quarkiverse.authlete.deployment;

import java.util.Set;

import io.quarkus.builder.item.SimpleBuildItem;

/** The services that the application asks for. */
public final class AuthleteServicesBuildItem extends SimpleBuildItem {

    private final Set<String> names;
    private final boolean lookedUp;

    AuthleteServicesBuildItem(Set<String> names, boolean lookedUp) {
        this.names = Set.copyOf(names);
        this.lookedUp = lookedUp;
    }

    /** @return the names of those that it injects; {@code <default>} for the default service */
    public Set<String> names() {
        return names;
    }

    /** @return whether it also looks up services by names that only the configuration has */
    public boolean lookedUp() {
        return lookedUp;
    }
}

package io.quarkiverse.authlete;

import java.util.Set;

/**
 * The configured Authlete services by their names, for names that are not known before the application runs: a service for
 * each tenant, for example. Inject it. A name that is known can be injected itself, by {@link AuthleteServiceName}.
 * <p>
 * This interface is not for implementing: it may get more methods.
 *
 * @since 1.0.0
 */
public interface TokenServices {

    /**
     * @return the names of all services that have what a call needs; {@code <default>} is the one without a name
     */
    Set<String> names();

    /**
     * @param name the name of a service, as in the configuration
     * @return its operations, always the same
     * @throws IllegalArgumentException if there is no such service; the message tells which property is missing, and which
     *         services there are
     */
    TokenOperations of(String name);

    /**
     * @param name the name of a service, as in the configuration
     * @return its operations, always the same
     * @throws IllegalArgumentException as in {@link #of(String)}
     */
    ReactiveTokenOperations reactive(String name);
}

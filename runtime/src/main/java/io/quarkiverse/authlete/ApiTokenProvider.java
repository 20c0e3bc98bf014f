package io.quarkiverse.authlete;

import io.smallrye.mutiny.Uni;

/**
 * Supplies the API token (a service access token or an organization token) of an Authlete service, in place of
 * {@code quarkus.authlete.service-access-token}. Make it a CDI bean: without a qualifier for the default service, with
 * {@link AuthleteServiceName} for a named one.
 * <p>
 * The token is kept and asked for again once the server answers 401; concurrent calls ask once.
 *
 * @since 1.0.0
 */
public interface ApiTokenProvider {

    /** @return the API token; must not block the thread that subscribes */
    Uni<String> getApiToken();
}

package io.quarkiverse.authlete.runtime.rest;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.arc.Arc;

/** Lets {@link TokenApiFactory} configure the clients that are ours, and leaves all other REST clients alone. */
public final class TokenApiListener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
        if (serviceInterface == TokenApi.class) {
            factory().configureTokenApi(builder);
        } else if (serviceInterface == HealthcheckApi.class) {
            factory().configureHealthcheck(builder);
        }
    }

    private static TokenApiFactory factory() {
        return Arc.container().instance(TokenApiFactory.class).get();
    }
}

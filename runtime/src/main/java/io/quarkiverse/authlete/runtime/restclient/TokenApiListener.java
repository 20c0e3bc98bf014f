package io.quarkiverse.authlete.runtime.restclient;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.arc.Arc;

/** Lets {@link TokenApiFactory} configure the clients of {@code TokenApi}, and leaves all other REST clients alone. */
public final class TokenApiListener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
        if (serviceInterface == TokenApi.class) {
            Arc.container().instance(TokenApiFactory.class).get().configure(builder);
        }
    }
}

package io.quarkiverse.authlete.runtime.restclient;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;

/** Lets {@link TokenApiFactory} configure the clients of {@code TokenApi}, and leaves all other REST clients alone. */
public final class TokenApiListener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
        if (serviceInterface == TokenApi.class) {
            InstanceHandle<TokenApiFactory> factory = Arc.container().instance(TokenApiFactory.class);
            if (!factory.isAvailable()) {
                throw new IllegalStateException(
                        "The build has not registered TokenApi, because it found no class that names it."
                                + " Let a class of the application name it, or have the library indexed that does, with"
                                + " quarkus.index-dependency.*");
            }
            factory.get().configure(builder);
        }
    }
}

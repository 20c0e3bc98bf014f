package org.acme;

// tag::provider[]
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
@AuthleteServiceName("rotating") // leave it out for the default service
public class RotatedApiToken implements ApiTokenProvider {

    @Inject
    SecretStore secrets;

    @Override
    public Uni<String> getApiToken() {
        return secrets.read("authlete-api-token") // must not block
                .ifNoItem().after(Duration.ofSeconds(5)).fail();
    }
}
// end::provider[]

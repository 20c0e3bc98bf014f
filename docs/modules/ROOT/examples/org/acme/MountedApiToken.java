package org.acme;

// tag::provider[]
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

@ApplicationScoped
@AuthleteServiceName("mounted") // leave it out for the default service
public class MountedApiToken implements ApiTokenProvider {

    private final Vertx vertx;
    private final String file;

    MountedApiToken(Vertx vertx,
            @ConfigProperty(name = "api-token.file", defaultValue = "/run/secrets/authlete/api-token") String file) {
        this.vertx = vertx;
        this.file = file;
    }

    @Override
    public Uni<String> getApiToken() {
        return vertx.fileSystem().readFile(file) // does not block
                .map(content -> content.toString().strip())
                .ifNoItem().after(Duration.ofSeconds(5)).fail();
    }
}
// end::provider[]

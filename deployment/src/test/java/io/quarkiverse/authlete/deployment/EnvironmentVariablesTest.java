package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.config.EnvConfigSource;

/** A service can be configured by nothing but environment variables, which cannot spell its name. */
class EnvironmentVariablesTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.start(new TestApplication(), "stub.port")
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Variables.class)
                    .addAsServiceProvider(ConfigSourceProvider.class, Variables.class));

    @Inject
    @AuthleteServiceName("my-Europe.1")
    TokenOperations europe;

    @Test
    void aNamedService() {
        AuthleteStub stub = AuthleteStub.get("stub.port").reset().answerJson(200, AuthleteStub.CREATED);

        europe.list(TokenListRequest.all());

        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/api/7/auth/token/get/list");
            assertThat(request.header("Authorization").values()).containsExactly("Bearer token-of-europe");
        });
    }

    public static class Variables implements ConfigSourceProvider {

        @Override
        public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
            return List.of(new EnvConfigSource(Map.of(
                    "QUARKUS_AUTHLETE__MY_EUROPE_1__URL", "http://localhost:${stub.port}",
                    "QUARKUS_AUTHLETE_MY_EUROPE_1_SERVICE_ID", "7",
                    "QUARKUS_AUTHLETE__MY_EUROPE_1__SERVICE_ACCESS_TOKEN", "token-of-europe\n"), 300));
        }
    }
}

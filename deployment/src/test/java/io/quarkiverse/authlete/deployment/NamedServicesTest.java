package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Each service has its own URL, ID and credentials, and a call never carries those of another. */
class NamedServicesTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub
            .start(new TestApplication(), "stub.default", "stub.eu", "stub.jp")
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${stub.default}")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", "token-default")
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Tenant", "default")
            .overrideRuntimeConfigKey("quarkus.authlete.\"eu\".url", "http://localhost:${stub.eu}")
            .overrideRuntimeConfigKey("quarkus.authlete.\"eu\".service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.\"eu\".service-access-token", "token-eu")
            .overrideRuntimeConfigKey("quarkus.authlete.jp.url", "http://localhost:${stub.jp}")
            .overrideRuntimeConfigKey("quarkus.authlete.jp.service-id", "3")
            .overrideRuntimeConfigKey("quarkus.authlete.jp.service-access-token", "token-jp");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("eu")
    ReactiveTokenOperations reactiveEu;

    @Inject
    @AuthleteServiceName("jp")
    Instance<TokenOperations> jp;

    @BeforeEach
    void reset() {
        for (String service : new String[] { "default", "eu", "jp" }) {
            AuthleteStub.get("stub." + service).reset().answerJson(200, AuthleteStub.CREATED);
        }
    }

    @Test
    void eachServiceGetsOnlyItsOwnCalls() {
        tokens.list(TokenListRequest.all());
        eu.list(TokenListRequest.all());
        reactiveEu.list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1));
        jp.get().list(TokenListRequest.all());

        assertCalls("default", 1, "/api/1/auth/token/get/list", "Bearer token-default");
        assertCalls("eu", 2, "/api/2/auth/token/get/list", "Bearer token-eu");
        assertCalls("jp", 1, "/api/3/auth/token/get/list", "Bearer token-jp");
        assertThat(AuthleteStub.get("stub.default").requests()).allMatch(r -> r.containsHeader("X-Tenant"));
        assertThat(AuthleteStub.get("stub.eu").requests()).noneMatch(r -> r.containsHeader("X-Tenant"));
    }

    @Test
    void anotherServiceIdKeepsTheCredentialsOfTheNamedService() {
        eu.list(TokenListRequest.all(), RequestOptions.builder().serviceId("9").build());

        assertCalls("eu", 1, "/api/9/auth/token/get/list", "Bearer token-eu");
    }

    private static void assertCalls(String service, int calls, String path, String authorization) {
        assertThat(AuthleteStub.get("stub." + service).requests()).hasSize(calls).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo(path);
            assertThat(request.header("Authorization").values()).containsExactly(authorization);
        });
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Services whose names are in the configuration only. */
class TokenServicesTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Readiness
            .in(AuthleteStub.start(new TestApplication(), "stub.default", "stub.a", "stub.b"))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Readiness.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${stub.default}")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", "token-default")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant-a\".url", "http://localhost:${stub.a}")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant-a\".service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant-a\".service-access-token", "token-a")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant.b\".url", "http://localhost:${stub.b}")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant.b\".service-id", "3")
            .overrideRuntimeConfigKey("quarkus.authlete.\"tenant.b\".service-access-token", "token-b")
            .overrideRuntimeConfigKey("quarkus.authlete.\"first-called-by-it\".url", "http://localhost:${stub.a}")
            .overrideRuntimeConfigKey("quarkus.authlete.\"first-called-by-it\".service-id", "5")
            .overrideRuntimeConfigKey("quarkus.authlete.\"first-called-by-it\".service-access-token", "token-c")
            .overrideRuntimeConfigKey("quarkus.authlete.\"incomplete\".url", "http://localhost:1")
            .overrideRuntimeConfigKey("quarkus.authlete.\"incomplete\".service-id", "4");

    @Inject
    TokenServices services;

    @Inject
    @AuthleteServiceName("tenant-a")
    TokenOperations injected;

    @BeforeEach
    void reset() {
        for (String service : List.of("default", "a", "b")) {
            AuthleteStub.get("stub." + service).reset().answerJson(200, AuthleteStub.CREATED);
        }
    }

    @Test
    void eachServiceGetsItsOwnCalls() {
        services.of("tenant-a").list(TokenListRequest.all());
        services.reactive("tenant.b").list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1));
        services.of("<default>").list(TokenListRequest.all());

        assertCall("a", "/api/2/auth/token/get/list", "Bearer token-a");
        assertCall("b", "/api/3/auth/token/get/list", "Bearer token-b");
        assertCall("default", "/api/1/auth/token/get/list", "Bearer token-default");
    }

    @Test
    void aServiceIsMadeOnce() {
        assertThat(services.of("tenant.b")).isSameAs(services.of("tenant.b"));
        assertThat(services.reactive("tenant.b")).isSameAs(services.reactive("tenant.b"));
    }

    @Test
    void aServiceMayBeMadeByAThreadOfAnotherLibrary() throws Exception {
        CompletableFuture<Long> count = new CompletableFuture<>();
        Thread foreign = new Thread(() -> {
            try {
                count.complete(services.of("first-called-by-it").list(TokenListRequest.all()).totalCount());
            } catch (Throwable e) {
                count.completeExceptionally(e);
            }
        });
        foreign.setContextClassLoader(ClassLoader.getPlatformClassLoader());

        foreign.start();

        assertThat(count.get(1, TimeUnit.MINUTES)).isZero();
    }

    @Test
    void theNamesAreThoseOfAllThatCanBeCalled() {
        assertThat(services.names()).containsExactly("<default>", "first-called-by-it", "tenant-a", "tenant.b");
    }

    @Test
    void anUnknownServiceIsToldWithThePropertyToSetAndTheKnownOnes() {
        assertThatThrownBy(() -> services.of("tenant-c")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The Authlete service 'tenant-c' is not configured: set quarkus.authlete.\"tenant-c\".region (us,"
                        + " jp, eu or br) or quarkus.authlete.\"tenant-c\".url. The services that are configured: [<default>,"
                        + " first-called-by-it, tenant-a, tenant.b]");
        assertThatThrownBy(() -> services.reactive("incomplete")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The Authlete service 'incomplete' is not configured: set"
                        + " quarkus.authlete.\"incomplete\".service-access-token.");
        assertThatThrownBy(() -> services.of("x\nforged line" + "y".repeat(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\n"));
        assertThatThrownBy(() -> services.of(null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenant-a");
    }

    @Test
    void allAreInTheReadinessCheck() {
        assertThat(Readiness.ask().data()).containsEntry("<default>", "UP").containsEntry("tenant-a", "UP")
                .containsEntry("tenant.b", "UP").containsEntry("incomplete", "INACTIVE");
    }

    private static void assertCall(String stub, String path, String authorization) {
        assertThat(AuthleteStub.get("stub." + stub).onlyRequest()).satisfies(request -> {
            assertThat(request.getUrl()).startsWith(path);
            assertThat(request.getHeader("Authorization")).isEqualTo(authorization);
        });
    }
}

package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * What takes its time does not hold up an event loop, also if the caller is on one: signatures with RSA keys, and reading the
 * CAs when a client is made. The JDK asks its security providers for each of them, on the thread that does it.
 */
class FreeEventLoopsTest {

    private static final Path FILES = TestAuthority.directory(FreeEventLoopsTest.class);
    private static final int PORT = Ports.of(FreeEventLoopsTest.class, "server");
    private static final int CALLS = 20;

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class, Ports.class))
            .setBeforeAllCustomizer(FreeEventLoopsTest::makeCertificates)
            .overrideRuntimeConfigKey("quarkus.tls.ca.trust-store.p12.path", FILES.resolve("trusted.p12").toString())
            .overrideRuntimeConfigKey("quarkus.tls.ca.trust-store.p12.password", Identity.PASSWORD)
            .overrideRuntimeConfigKey("quarkus.authlete.tls-configuration-name", "ca")
            .overrideRuntimeConfigKey("quarkus.authlete.url", "https://localhost:" + PORT)
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.other.tls-configuration-name", "ca")
            .overrideRuntimeConfigKey("quarkus.authlete.other.url", "https://localhost:" + PORT)
            .overrideRuntimeConfigKey("quarkus.authlete.other.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.other.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", rsaKey())
            // Not one that a TLS handshake uses.
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.algorithm", "RS512");

    private static final Lookups LOOKUPS = new Lookups();

    static TlsServer server;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @AuthleteServiceName("other")
    TokenOperations other;

    @Inject
    Vertx vertx;

    private static String rsaKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static void makeCertificates() {
        TestAuthority ca = new TestAuthority("ca");
        ca.issue("localhost").store(FILES.resolve("good.p12"));
        Identity.storeTrusted(ca.certificate(), FILES.resolve("trusted.p12"));
    }

    @BeforeAll
    static void start() {
        server = TlsServer.start(PORT, FILES.resolve("good.p12"));
        Security.insertProviderAt(LOOKUPS, 1);
    }

    @AfterAll
    static void stop() {
        Security.removeProvider(LOOKUPS.getName());
        server.close();
    }

    @Test
    void forTheInjectedClients() {
        assertFree(() -> reactive.list(TokenListRequest.all()));
    }

    @Test
    void forTheRestClient() {
        assertFree(() -> api.list("1", null, null, null, null, null, null));
    }

    private void assertFree(Supplier<Uni<?>> call) {
        // What the JDK, Netty and Vert.x do only once, they do where it is needed first.
        other.list(TokenListRequest.all());
        LOOKUPS.seen.clear();

        for (CompletableFuture<?> answer : IntStream.range(0, CALLS).mapToObj(i -> onEventLoop(call)).toList()) {
            assertThat(answer).succeedsWithin(Duration.ofMinutes(1));
        }

        assertThat(LOOKUPS.seen).filteredOn(lookup -> lookup.algorithm().equals("SHA512withRSA"))
                .hasSizeGreaterThanOrEqualTo(CALLS)
                .noneMatch(Lookup::onEventLoop);
        assertThat(LOOKUPS.seen).filteredOn(lookup -> List.of("TrustManagerFactory", "KeyStore")
                .contains(lookup.type())).isNotEmpty().noneMatch(Lookup::onEventLoop);
    }

    private CompletableFuture<?> onEventLoop(Supplier<Uni<?>> call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(now -> call.get().subscribe().with(answer::complete,
                answer::completeExceptionally));
        return answer;
    }

    /** What was asked for, and where. */
    record Lookup(String type, String algorithm, boolean onEventLoop) {
    }

    /** Has nothing, so that the next provider is asked. */
    static final class Lookups extends Provider {

        private static final long serialVersionUID = 1L;

        private final transient Queue<Lookup> seen = new ConcurrentLinkedQueue<>();

        Lookups() {
            super("lookups", "1", "");
        }

        @Override
        public Service getService(String type, String algorithm) {
            seen.add(new Lookup(type, algorithm, Context.isOnEventLoopThread()));
            return null;
        }
    }
}

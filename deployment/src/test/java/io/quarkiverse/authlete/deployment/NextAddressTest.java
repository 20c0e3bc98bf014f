package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.sun.net.httpserver.HttpServer;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** When the first address of a host name is dead, the next attempt goes to the second, and so do the calls after that. */
class NextAddressTest {

    private static NameServer nameServer;
    private static HttpServer server;

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClass(NameServer.class))
            .service(null, "http://authlete.test:${next-address.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.allow-plain-http", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "0ms")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.max-retries", "1")
            .overrideRuntimeConfigKey("quarkus.vertx.use-async-dns", "true")
            .overrideRuntimeConfigKey("quarkus.vertx.resolver.servers", "127.0.0.1:${name-server.port}")
            .setBeforeAllCustomizer(NextAddressTest::startServers)
            .setAfterAllCustomizer(NextAddressTest::stopServers);

    @Inject
    TokenOperations tokens;

    @Test
    void oneRetryIsEnough() throws AuthleteException {
        TokenCreateRequest create = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("s").build();

        assertThat(tokens.create(create).accessToken()).isEqualTo("new-token");
        for (int i = 0; i < 10; i++) {
            assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
        }
    }

    private static void startServers() {
        // The application before may have left it, and then there is no other resolver than that of the JDK.
        System.clearProperty("vertx.disableDnsResolver");
        nameServer = new NameServer(2, 1);
        System.setProperty("name-server.port", Integer.toString(nameServer.port()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        byte[] body = "{\"action\":\"OK\",\"resultCode\":\"A109001\",\"accessToken\":\"new-token\",\"totalCount\":0}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            // Each call opens a connection of its own.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.setProperty("next-address.port", Integer.toString(server.getAddress().getPort()));
    }

    private static void stopServers() {
        server.stop(0);
        nameServer.close();
    }
}

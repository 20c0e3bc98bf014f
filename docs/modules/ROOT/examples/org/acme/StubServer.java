package org.acme;

// tag::stub[]
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A later version of the API: its lists have a field that this extension does not know. */
public class StubServer implements QuarkusTestResourceLifecycleManager {

    private static final String ANSWER = """
            {"totalCount": 1, "accessTokens": [{"accessTokenHash": "hash", "subject": "jane", "new": true}]}""";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/4711/auth/token/get/list", exchange -> {
            try (exchange) {
                byte[] body = ANSWER.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return Map.of("quarkus.authlete.\"later\".url", "http://localhost:" + server.getAddress().getPort(),
                "quarkus.authlete.\"later\".service-id", "4711",
                "quarkus.authlete.\"later\".service-access-token", "made-up");
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
// end::stub[]

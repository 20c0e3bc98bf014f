package org.acme.devui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server that is not the emulator, with one token that must not be deleted. */
final class RealService implements AutoCloseable {

    private static final String TOKEN = """
            {"accessTokenHash": "a-hash-that-is-long-enough-to-be-cut", "clientId": 26888344961664, "subject": "john",
             "grantType": "AUTHORIZATION_CODE", "scopes": ["history.read"], "createdAt": 1700000000000,
             "accessTokenExpiresAt": 4070908800000, "refreshTokenExpiresAt": 0, "lastRefreshedAt": 0, "properties": []}
            """;

    private final HttpServer server;
    private final List<String> changes = new CopyOnWriteArrayList<>();

    RealService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What it was asked to change: the last part of the paths. */
    List<String> changes() {
        return changes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/list")) {
            respond(exchange, 200, "{\"start\": 0, \"end\": 20, \"totalCount\": 1, \"accessTokens\": [" + TOKEN + "]}");
        } else if (path.contains("/delete/")) {
            changes.add("delete");
            respond(exchange, 403, "{\"resultCode\": \"A001202\", \"resultMessage\": \"[A001202] Not allowed.\"}");
        } else {
            changes.add(path.substring(path.lastIndexOf('/') + 1));
            respond(exchange, 200, "{\"resultCode\": \"A312001\", \"action\": \"OK\", \"count\": 1, \"accessToken\": \"x\"}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

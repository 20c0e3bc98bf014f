package org.acme.devui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server that is not the emulator, with one token that must not be deleted. */
final class RealService implements AutoCloseable {

    static final String HASH = "a-hash-that-is-long-enough-to-be-cut";
    /** The signature is none. */
    static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJqw7ZobiJ9.AA";

    private static final String TOKEN = """
            {"accessTokenHash": "%s", "refreshTokenHash": "the-hash-of-the-refresh-token", "clientId": 26888344961664,
             "subject": "john", "grantType": "AUTHORIZATION_CODE", "scopes": ["history.read", "timeline.read"],
             "createdAt": 1700000000000, "accessTokenExpiresAt": 4070908800000, "refreshTokenExpiresAt": 4070908800000,
             "lastRefreshedAt": 1700000100000, "properties": [{"key": "device", "value": "phone", "hidden": false},
             {"key": "pin", "value": "the-hidden-value", "hidden": true}]}
            """.formatted(HASH);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    RealService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
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

    /** The bodies of what it was asked to change. */
    List<String> bodies() {
        return bodies;
    }

    /** Holds back the answers to changes. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    void reset() {
        release();
        changes.clear();
        bodies.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (path.endsWith("/list")) {
            respond(exchange, 200, "{\"start\": 0, \"end\": 20, \"totalCount\": 1, \"accessTokens\": [" + TOKEN + "]}");
            return;
        }
        bodies.add(body);
        changes.add(path.contains("/delete/") ? "delete" : path.substring(path.lastIndexOf('/') + 1));
        try {
            held.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (path.contains("/delete/")) {
            respond(exchange, 403, "{\"resultCode\": \"A001202\", \"resultMessage\": \"[A001202] Not allowed.\"}");
        } else {
            respond(exchange, 200, """
                    {"resultCode": "A312001", "action": "OK", "count": 1, "accessToken": "x", "jwtAccessToken": "%s"}
                    """.formatted(JWT));
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
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}

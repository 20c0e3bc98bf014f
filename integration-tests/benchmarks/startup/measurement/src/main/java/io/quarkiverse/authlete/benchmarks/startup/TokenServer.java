package io.quarkiverse.authlete.benchmarks.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as Authlete does, always the same. */
final class TokenServer implements AutoCloseable {

    private static final String PATH = "/api/1000/auth/token/";

    private static final Map<String, String> ANSWERS = Map.of(
            "create", """
                    {"resultCode":"A109001","resultMessage":"[A109001] An access token was created.","action":"OK",\
                    "accessToken":"Fp9_ZtsZGEhD0AMwR8hNm3mB1bJk2iFq0d9vF2Wv5cM","tokenType":"Bearer","expiresIn":3600,\
                    "expiresAt":1735689600000,"grantType":"AUTHORIZATION_CODE","clientId":26888344961664,\
                    "subject":"john","scopes":["history.read"]}""",
            "get/list", """
                    {"start":0,"end":20,"totalCount":1,"accessTokens":[\
                    {"accessTokenHash":"BxeJ4XUAAFLGuNCEQwGMrCXuB6vYlZAVkQTGqGcyXqY","accessTokenExpiresAt":1735689600000,\
                    "createdAt":1735686000000,"lastRefreshedAt":0,"clientId":26888344961664,"subject":"john",\
                    "grantType":"AUTHORIZATION_CODE","scopes":["history.read"]}]}""",
            "update", """
                    {"resultCode":"A135001","resultMessage":"[A135001] Updated the access token.","action":"OK",\
                    "accessTokenExpiresAt":1735689600000,"scopes":["timeline.read"]}""",
            "revoke", """
                    {"resultCode":"A312001","resultMessage":"[A312001] Revoked.","count":1}""");

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    TokenServer() throws IOException {
        // Else the server sends the body of an answer only when the client has confirmed its headers: after 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** @return method, path and API token of what was asked since the last time */
    List<String> takeRequests() {
        List<String> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        String answer = ANSWERS.get(exchange.getRequestURI().getPath().replace(PATH, ""));
        if (answer == null) {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("DELETE") ? 204 : 404, -1);
        } else {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

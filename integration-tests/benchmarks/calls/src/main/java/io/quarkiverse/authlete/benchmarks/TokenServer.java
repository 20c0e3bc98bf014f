package io.quarkiverse.authlete.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Answers as Authlete does, from prepared bytes, in a process of its own so that it is not in the client's figures. */
public final class TokenServer {

    static final String CREATED = """
            {"resultCode":"A109001","resultMessage":"[A109001] An access token was created.","action":"OK",\
            "accessToken":"Fp9_ZtsZGEhD0AMwR8hNm3mB1bJk2iFq0d9vF2Wv5cM","refreshToken":"oZ8bMkP3m1s7YpN5xQ2wV4uT6rS8aD0fG2hJ4kL6zXc",\
            "tokenType":"Bearer","expiresIn":3600,"expiresAt":1735689600000,"grantType":"AUTHORIZATION_CODE",\
            "clientId":26888344961664,"subject":"john","scopes":["history.read","timeline.read"]}""";

    private static final String TOKEN = """
            {"accessTokenHash":"%43d","accessTokenExpiresAt":1735689600000,"refreshTokenHash":"%43d",\
            "refreshTokenExpiresAt":1735689600000,"createdAt":1735686000000,"lastRefreshedAt":0,"clientId":26888344961664,\
            "subject":"john","grantType":"AUTHORIZATION_CODE","scopes":["history.read","timeline.read"]}""";

    private final Buffer created = Buffer.buffer(CREATED);
    private final Buffer list = Buffer.buffer(list(Requests.LONG_LIST));

    private TokenServer() {
    }

    /** Prints its port, and ends with the process that has started it. */
    public static void main(String... args) throws Exception {
        TokenServer server = new TokenServer();
        int port = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)).createHttpServer()
                .requestHandler(server::answer).listen(0, "localhost").toCompletionStage().toCompletableFuture().get()
                .actualPort();
        System.out.println(port);
        while (System.in.read() >= 0) {
            // Only the end matters.
        }
        System.exit(0);
    }

    private void answer(HttpServerRequest request) {
        request.endHandler(end -> request.response().putHeader("Content-Type", "application/json")
                .end(request.path().endsWith("/create") ? created : list));
    }

    static String list(int end) {
        return IntStream.range(0, end).mapToObj(i -> TOKEN.formatted(i, i)).collect(Collectors.joining(",",
                "{\"start\":0,\"end\":" + end + ",\"totalCount\":1000000,\"accessTokens\":[", "]}"));
    }
}

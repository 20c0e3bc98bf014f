package io.quarkiverse.authlete.it;

import java.io.Closeable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A server with any number of tokens, which it makes up when it is asked for them. Their hashes are in ascending order. */
final class ManyTokens implements Closeable {

    private final int count;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    ManyTokens(int count) {
        this.count = count;
        this.server = vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        int start = Integer.parseInt(request.getParam("start"));
        int end = Math.min(count, Integer.parseInt(request.getParam("end")));
        request.response().end(IntStream.range(start, Math.max(start, end)).mapToObj(ManyTokens::token)
                .collect(Collectors.joining(",",
                        "{\"start\":" + start + ",\"end\":" + end + ",\"totalCount\":" + count + ",\"accessTokens\":[", "]}")));
    }

    private static String token(int number) {
        String hash = "0000000000000000000000000000000000".concat(Integer.toString(1_000_000_000 + number)).substring(1);
        return "{\"accessTokenHash\":\"" + hash + "\",\"accessTokenExpiresAt\":1742048148973,\"refreshTokenHash\":\"r" + hash
                + "\",\"refreshTokenExpiresAt\":1742048148974,\"createdAt\":1742048148972,\"lastRefreshedAt\":0,"
                + "\"clientId\":26888344961664,\"subject\":\"user-" + number + "\",\"grantType\":\"AUTHORIZATION_CODE\","
                + "\"scopes\":[\"history.read\",\"timeline.read\"],"
                + "\"properties\":[{\"key\":\"tenant\",\"value\":\"tenant-" + number + "\",\"hidden\":false}],"
                + "\"refreshTokenScopes\":[\"history.read\",\"timeline.read\"]}";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

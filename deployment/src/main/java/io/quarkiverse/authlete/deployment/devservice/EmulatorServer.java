package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The HTTP side of the emulator, and the only class that knows about the Vert.x server. */
final class EmulatorServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Token values travel in the path and in headers, and migrated ones may be long (JWTs). */
    private static final int MAX_HEAD_SIZE = 64 * 1024;

    private final Function<ApiRequest, ApiResponse> handler;
    private final JsonCodec json;
    private final int maxBodySize;
    private final Duration latency;
    private Vertx vertx;
    private HttpServer server;

    /**
     * @param handler answers every request; what every request has to pass (faults, recording) wraps this function
     * @param latency how long every answer is held back
     */
    EmulatorServer(Function<ApiRequest, ApiResponse> handler, JsonCodec json, int maxBodySize, Duration latency) {
        this.handler = handler;
        this.json = json;
        this.maxBodySize = maxBodySize;
        this.latency = latency;
    }

    synchronized void start(int port) {
        if (vertx != null) {
            throw new IllegalStateException("The Authlete emulator is running already");
        }
        vertx = Vertx.vertx(vertxOptions());
        try {
            server = vertx.createHttpServer(serverOptions()).requestHandler(this::receive).listen(port, LOOPBACK)
                    .toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            close();
            throw new IllegalStateException("The Authlete emulator cannot listen on " + LOOPBACK + ":" + port, e.getCause());
        }
    }

    synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The Authlete emulator is not running");
        }
        return server.actualPort();
    }

    @Override
    public synchronized void close() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            vertx = null;
            server = null;
        }
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // A forgotten emulator must not keep the JVM alive.
                .setUseDaemonThread(true)
                // Revoking a million tokens takes seconds, and nothing else waits for this event loop.
                .setMaxEventLoopExecuteTime(1).setMaxEventLoopExecuteTimeUnit(TimeUnit.MINUTES)
                // No cache directory: no files are served.
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_HEAD_SIZE)
                .setMaxHeaderSize(MAX_HEAD_SIZE)
                .setHandle100ContinueAutomatically(true);
    }

    private void receive(HttpServerRequest request) {
        BodyCollector body = new BodyCollector(maxBodySize);
        request.handler(body::add);
        request.endHandler(end -> respondLater(request.response(), handler.apply(toApiRequest(request, body))));
    }

    private static ApiRequest toApiRequest(HttpServerRequest request, BodyCollector body) {
        return new ApiRequest(request.method().name(), request.path(), request.query(), request.getHeader("Authorization"),
                request.getHeader("Content-Type"), body.bytes());
    }

    /** By a timer: whoever waits must not keep others waiting. */
    private void respondLater(HttpServerResponse response, ApiResponse answer) {
        if (latency.toMillis() == 0) {
            respond(response, answer);
        } else {
            Vertx.currentContext().owner().setTimer(latency.toMillis(), timer -> {
                if (!response.closed()) {
                    respond(response, answer);
                }
            });
        }
    }

    private void respond(HttpServerResponse response, ApiResponse answer) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(Buffer.buffer(json.write(answer.body())));
        }
    }

    /**
     * Reads a body that is too large to its end without keeping it: a client that is still writing would otherwise see a
     * reset instead of the answer, and the connection could not be used again.
     */
    private static final class BodyCollector {

        private final int limit;
        private Buffer buffer = Buffer.buffer();

        BodyCollector(int limit) {
            this.limit = limit;
        }

        void add(Buffer chunk) {
            if (buffer != null) {
                buffer = buffer.length() + chunk.length() > limit ? null : buffer.appendBuffer(chunk);
            }
        }

        byte[] bytes() {
            return buffer == null ? null : buffer.getBytes();
        }
    }
}

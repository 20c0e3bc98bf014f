package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.quarkiverse.authlete.deployment.devservice.ApiResponse.Body;
import io.quarkiverse.authlete.deployment.devservice.ApiResponse.Json;
import io.quarkiverse.authlete.deployment.devservice.ApiResponse.Text;
import io.quarkiverse.authlete.deployment.devservice.Delivery.Ending;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** The HTTP side of the emulator, and the only class that knows about the Vert.x server. */
final class EmulatorServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmulatorServer.class);

    private static final String LOOPBACK = "127.0.0.1";

    /** Token values travel in the path and in headers, and migrated ones may be long (JWTs). */
    private static final int MAX_HEAD_SIZE = 64 * 1024;

    private final Function<ApiRequest, Delivery> handler;
    private final JsonCodec json;
    private final int maxBodySize;
    private Vertx vertx;
    private HttpServer server;

    EmulatorServer(Function<ApiRequest, Delivery> handler, JsonCodec json, int maxBodySize) {
        this.handler = handler;
        this.json = json;
        this.maxBodySize = maxBodySize;
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
            IllegalStateException failure = new IllegalStateException("The Authlete emulator cannot listen on " + LOOPBACK + ":"
                    + port + ": " + e.getCause().getMessage() + ". Stop what listens there, or change"
                    + " quarkus.authlete.devservices.port; without it, the emulator takes any free port.");
            // Not as the cause: Quarkus takes a BindException for one of its own HTTP port, and stops without a word.
            failure.addSuppressed(e.getCause());
            throw failure;
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
                // A reset is for one request only, so no two may share a connection at the same time.
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }

    private void receive(HttpServerRequest request) {
        BodyCollector body = new BodyCollector(maxBodySize);
        request.handler(body::add);
        request.endHandler(end -> deliverLater(request, answer(request, body)));
    }

    /** Whatever is thrown: a request without an answer would hang. */
    private Delivery answer(HttpServerRequest request, BodyCollector body) {
        try {
            return handler.apply(toApiRequest(request, body));
        } catch (Throwable e) {
            LOG.error("The Authlete emulator failed at a request", e);
            return Delivery.complete(ApiResponse.serverError("this path"), Duration.ZERO);
        }
    }

    private static ApiRequest toApiRequest(HttpServerRequest request, BodyCollector body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.merge(header.getKey().toLowerCase(Locale.ROOT), header.getValue(),
                (first, next) -> first + ", " + next));
        return new ApiRequest(request.method().name(), request.path(), request.query(), headers, body.bytes());
    }

    /** By a timer: whoever waits must not keep others waiting. */
    private void deliverLater(HttpServerRequest request, Delivery delivery) {
        if (delivery.delay().toMillis() == 0) {
            deliver(request, delivery);
        } else {
            Vertx.currentContext().owner().setTimer(delivery.delay().toMillis(), timer -> deliver(request, delivery));
        }
    }

    private void deliver(HttpServerRequest request, Delivery delivery) {
        if (request.response().closed()) {
            delivery.ended().accept(OptionalInt.empty());
        } else if (delivery.ending() == Ending.RESET) {
            delivery.ended().accept(OptionalInt.empty());
            reset(request);
        } else {
            Written answer = write(delivery);
            // First, because the caller may ask for it as soon as it has the answer.
            delivery.ended().accept(OptionalInt.of(answer.response().status()));
            try {
                send(request, answer);
            } catch (RuntimeException | Error e) {
                LOG.error("The Authlete emulator failed to send an answer", e);
                request.connection().close();
            }
        }
    }

    private Written write(Delivery delivery) {
        try {
            return new Written(delivery.response(), write(delivery.response().body()), delivery.ending());
        } catch (Throwable e) {
            LOG.error("The Authlete emulator failed to write an answer", e);
            ApiResponse response = ApiResponse.serverError("this path");
            return new Written(response, write(response.body()), Ending.COMPLETE);
        }
    }

    private static void send(HttpServerRequest request, Written answer) {
        ApiResponse content = answer.response();
        Buffer body = answer.body();
        HttpServerResponse response = request.response().setStatusCode(content.status());
        content.headers().forEach(response::putHeader);
        if (body == null) {
            response.end();
            return;
        }
        response.putHeader("Content-Type", content.body() instanceof Text text ? text.contentType() : "application/json");
        if (answer.ending() == Ending.COMPLETE) {
            response.end(body);
        } else {
            // Content-Length tells of more than is sent.
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .write(body.slice(0, body.length() / 2)).onComplete(written -> request.connection().close());
        }
    }

    private Buffer write(Body body) {
        if (body instanceof Text text) {
            return Buffer.buffer(text.text());
        }
        return body instanceof Json tree ? Buffer.buffer(json.write(tree.tree())) : null;
    }

    /** Vert.x would close the connection in the ordinary way (FIN); only without lingering it is a reset (RST). */
    private static void reset(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    private record Written(ApiResponse response, Buffer body, Ending ending) {
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

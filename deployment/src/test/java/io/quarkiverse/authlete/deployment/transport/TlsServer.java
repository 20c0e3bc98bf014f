package io.quarkiverse.authlete.deployment.transport;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;

/** A server that answers every list, and questions for its health, each on a connection of its own, and remembers who asked. */
final class TlsServer implements AutoCloseable {

    private static final String LIST = "{\"totalCount\":0,\"accessTokens\":[]}";

    private final List<String> clients = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private TlsServer(HttpServerOptions options) {
        vertx.createHttpServer(options.setHost("localhost")).requestHandler(this::answer).listen()
                .toCompletionStage().toCompletableFuture().join();
    }

    /** Plain HTTP. */
    static TlsServer start(int port) {
        return new TlsServer(new HttpServerOptions().setPort(port));
    }

    static TlsServer start(int port, Path keyStore) {
        return new TlsServer(options(port, keyStore));
    }

    /** Wants a client certificate of this CA. */
    static TlsServer startMutual(int port, Path keyStore, Path trustStore) {
        return new TlsServer(options(port, keyStore).setClientAuth(ClientAuth.REQUIRED).setTrustOptions(store(trustStore)));
    }

    /** @return for each request the subject of the client certificate, or {@code nobody} */
    List<String> clients() {
        return clients;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        clients.add(client(request));
        request.response().putHeader("Content-Type", "application/json").putHeader("Connection", "close")
                .end(request.path().endsWith("/healthcheck") ? "OK" : LIST);
    }

    private static String client(HttpServerRequest request) {
        try {
            return request.isSSL()
                    ? ((X509Certificate) request.sslSession().getPeerCertificates()[0]).getSubjectX500Principal().getName()
                    : "nobody";
        } catch (SSLPeerUnverifiedException e) {
            return "nobody";
        }
    }

    private static HttpServerOptions options(int port, Path keyStore) {
        return new HttpServerOptions().setPort(port).setSsl(true).setKeyCertOptions(store(keyStore));
    }

    private static PfxOptions store(Path file) {
        return new PfxOptions().setPath(file.toString()).setPassword(Identity.PASSWORD);
    }
}

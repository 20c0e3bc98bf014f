package io.quarkiverse.authlete.runtime.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * The addresses behind the host name of a server. Vert.x always takes the first one; when it can't be reached, the next
 * attempt takes the next one.
 */
final class ServerAddresses {

    private final String host;
    private final WorkerExecutor threads;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile List<String> known = List.of();

    ServerAddresses(String host, Vertx vertx) {
        this.host = host;
        this.threads = vertx.createSharedWorkerExecutor("authlete-dns", 1);
    }

    /** @param request a request that is about to get a connection */
    void choose(RequestOptions request) {
        List<String> addresses = known;
        if (addresses.size() > 1) {
            request.setServer(SocketAddress.inetSocketAddress(request.getPort(),
                    addresses.get(Math.floorMod(failures.get(), addresses.size()))));
        }
    }

    /** No connection could be opened. */
    void connectFailed() {
        failures.incrementAndGet();
        // The JDK caches what it finds; it blocks while it looks.
        threads.executeBlocking(() -> known = Stream.of(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress)
                .toList(), false);
    }

    void close() {
        threads.close();
    }
}

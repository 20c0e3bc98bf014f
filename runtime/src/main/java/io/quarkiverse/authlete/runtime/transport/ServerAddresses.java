package io.quarkiverse.authlete.runtime.transport;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.resolver.AddressResolverGroup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;

/**
 * The addresses behind the host name of a server. Vert.x always takes the first one; when it can't be reached, the next
 * attempt takes the next one.
 */
final class ServerAddresses {

    private final String host;
    private final AddressResolverGroup<InetSocketAddress> resolvers;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> known = List.of();

    ServerAddresses(String host, Vertx vertx) {
        this.host = host;
        // The public resolver gives one address only. This is the one that Vert.x uses itself, as it is configured.
        this.resolvers = ((VertxInternal) vertx).nettyAddressResolverGroup();
    }

    /** @return whose turn it is */
    int choose(RequestOptions request) {
        List<String> addresses = known;
        int chosen = turn.get();
        if (addresses.size() > 1) {
            request.setServer(SocketAddress.inetSocketAddress(request.getPort(),
                    addresses.get(Math.floorMod(chosen, addresses.size()))));
        }
        return chosen;
    }

    /**
     * No connection could be opened.
     *
     * @param failed whose turn it was; of all requests that failed then, only one moves on
     * @return completes when the next attempt will take the next address
     */
    Future<?> connectFailed(int failed) {
        turn.compareAndSet(failed, failed + 1);
        ContextInternal loop = ContextInternal.current();
        Promise<Void> looked = loop.promise();
        resolvers.getResolver(loop.nettyEventLoop()).resolveAll(InetSocketAddress.createUnresolved(host, 0))
                .addListener((io.netty.util.concurrent.Future<List<InetSocketAddress>> found) -> {
                    if (found.isSuccess()) {
                        found(found.getNow().stream().map(address -> address.getAddress().getHostAddress()).toList());
                    }
                    looked.complete();
                });
        return looked.future();
    }

    /** Name servers change the order, and the turn is a place in it. */
    private void found(List<String> addresses) {
        if (known.size() != addresses.size() || !known.containsAll(addresses)) {
            known = addresses;
        }
    }
}

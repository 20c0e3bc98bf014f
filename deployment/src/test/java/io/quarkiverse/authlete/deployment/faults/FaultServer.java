package io.quarkiverse.authlete.deployment.faults;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a raw socket that records the requests that arrive completely and then misbehaves as it is told. One thread
 * for each connection.
 */
final class FaultServer implements Closeable {

    private final ServerSocket socket;
    private final Thread acceptor;
    private final Set<FaultConnection> open = ConcurrentHashMap.newKeySet();
    private final Queue<ReceivedRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connectionsSoFar = new AtomicInteger();
    private final boolean recording;
    private final Semaphore lastAccepted = new Semaphore(0);
    private volatile int lastPort;
    private volatile FaultScript script = FaultScript.GOOD;

    private FaultServer(ServerSocket socket, boolean recording) {
        this.socket = socket;
        this.recording = recording;
        this.acceptor = thread(this::accept);
        acceptor.start();
    }

    static FaultServer start(int port) throws IOException {
        return start(listen(port));
    }

    static FaultServer start(ServerSocket socket) {
        return new FaultServer(socket, true);
    }

    /** For more requests than the memory can hold. */
    static FaultServer startWithoutRecord(int port) throws IOException {
        return new FaultServer(listen(port), false);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        return socket;
    }

    /** Lets requests and connections that come from now on meet this script; connections stay open. */
    void play(FaultScript script) {
        this.script = script;
    }

    /** Waits until no connection is left and forgets what it has seen, so that no test depends on the one before it. */
    void startAnew(FaultScript script) {
        play(script);
        endConnections();
        EventLoops.settle();
        awaitAllAccepted();
        endConnections();
        requests.clear();
    }

    private void endConnections() {
        await("end of the connections of the test before").pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    // Again and again: a call that was given up may still be connecting.
                    open.forEach(FaultConnection::finish);
                    return open.isEmpty();
                });
    }

    /** The request of a call that was given up may be in a connection that waits to be accepted, before this one. */
    private void awaitAllAccepted() {
        try (Socket last = new Socket()) {
            last.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            lastPort = last.getLocalPort();
            last.connect(socket.getLocalSocketAddress());
            lastAccepted.acquire();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    int connectionsSoFar() {
        return connectionsSoFar.get();
    }

    int openConnections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(FaultConnection::close);
        try {
            // As long as it is in accept(), the next server may not get the port.
            acceptor.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                if (accepted.getPort() == lastPort) {
                    lastPort = 0;
                    accepted.close();
                    lastAccepted.release();
                    continue;
                }
                connectionsSoFar.incrementAndGet();
                FaultConnection connection = new FaultConnection(accepted);
                open.add(connection);
                thread(() -> serve(connection)).start();
            } catch (IOException e) {
                // Closed, which ends the loop, or a client that gave up.
            }
        }
    }

    private void serve(FaultConnection connection) {
        try (connection) {
            try {
                script.accepted().run(connection);
                while (!connection.isClosed()) {
                    ReceivedRequest request = connection.readRequest();
                    if (request == null) {
                        return;
                    }
                    if (recording) {
                        requests.add(request);
                    }
                    script.request().run(request, connection);
                }
            } finally {
                connection.close();
                open.remove(connection);
            }
        } catch (IOException e) {
            // The client ended the connection, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        return thread;
    }
}

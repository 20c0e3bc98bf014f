package io.quarkiverse.authlete.deployment.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of connections is full: the kernel answers no further attempt to connect, as a firewall would. */
final class FullBacklog implements Closeable {

    private static final int MORE_THAN_ENOUGH = 100;

    private final ServerSocket server;
    private final List<Socket> queued = new ArrayList<>();

    FullBacklog(int port) throws IOException {
        server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        while (queued.size() < MORE_THAN_ENOUGH) {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IOException("The queue of connections does not become full");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        server.close();
    }
}

package org.acme.devui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A port for dev mode, which cannot tell the test which one it has taken by itself. */
final class FreePort {

    private FreePort() {
    }

    /** Makes dev mode use a port that is free now, and returns it. */
    static int use() {
        try (ServerSocket socket = new ServerSocket(0)) {
            System.setProperty("quarkus.http.port", Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that are known before the server starts. The test class is loaded twice, for the runner and in the application, and
 * both must find the same port: it is kept in a system property.
 */
public final class Ports {

    /** Forks look at the same time, and a port is free until the server starts: each takes others. */
    private static final int FORKS = 16;
    private static final int FORK = Integer.parseInt(System.getProperty("fork", "1")) % FORKS;

    /** The class is loaded twice. */
    private static final String LAST = Ports.class.getName() + ".last";

    private Ports() {
    }

    public static int of(Class<?> test, String server) {
        String property = test.getName() + "." + server + ".port";
        synchronized (System.class) {
            String port = System.getProperty(property);
            if (port == null) {
                port = Integer.toString(free());
                System.setProperty(property, port);
            }
            return Integer.parseInt(port);
        }
    }

    /** Below the ephemeral ports, so that no outgoing connection takes it before the server does. */
    private static int free() {
        while (true) {
            int port = (1_250 + next() % 750) * FORKS + FORK;
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // In use: try another one.
            }
        }
    }

    /** One after the other: of random ones, two servers of a class would have the same now and then. */
    private static int next() {
        int next = Integer.getInteger(LAST, ThreadLocalRandom.current().nextInt(750)) + 1;
        System.setProperty(LAST, Integer.toString(next));
        return next;
    }
}

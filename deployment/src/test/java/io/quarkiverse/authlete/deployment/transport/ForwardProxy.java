package io.quarkiverse.authlete.deployment.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A forward proxy that wants user name and password. It passes on one request of plain HTTP, or a tunnel. */
final class ForwardProxy implements AutoCloseable {

    private final List<String> passedOn = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listener;
    private final String credentials;

    ForwardProxy(int port, String user, String password) throws IOException {
        listener = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        threads.execute(this::accept);
    }

    /** @return the request lines of what was passed on */
    List<String> passedOn() {
        return passedOn;
    }

    /** @return the request lines of what had no or wrong credentials */
    List<String> refused() {
        return refused;
    }

    void forget() {
        passedOn.clear();
        refused.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream());
            String requestLine = head.get(0);
            if (!credentials.equals(header(head, "Proxy-Authorization").orElse(null))) {
                refused.add(requestLine);
                write(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                        + "Content-Length: 0\r\nConnection: close\r\n\r\n");
                return;
            }
            passedOn.add(requestLine);
            String target = requestLine.split(" ")[1];
            if (requestLine.startsWith("CONNECT ")) {
                tunnel(client, target);
            } else {
                forward(client, head, URI.create(target));
            }
        } catch (IOException e) {
            // One side has closed its connection.
        }
    }

    private void tunnel(Socket client, String target) throws IOException {
        String[] hostAndPort = target.split(":");
        try (Socket server = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]))) {
            write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            threads.execute(() -> copy(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            write(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    }

    private void forward(Socket client, List<String> head, URI target) throws IOException {
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            StringBuilder request = new StringBuilder(head.get(0).split(" ")[0] + " " + target.getRawPath() + " HTTP/1.1\r\n");
            for (String line : head.subList(1, head.size())) {
                if (!line.regionMatches(true, 0, "Proxy-", 0, 6) && !line.regionMatches(true, 0, "Connection:", 0, 11)) {
                    request.append(line).append("\r\n");
                }
            }
            write(server, request + "Connection: close\r\n\r\n");
            threads.execute(() -> copy(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // One side has closed its connection.
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream stream = socket.getOutputStream();
        stream.write(text.getBytes(StandardCharsets.ISO_8859_1));
        stream.flush();
    }

    private static List<String> head(InputStream stream) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = stream.read();
            if (next < 0) {
                throw new IOException("No request");
            }
            head.append((char) next);
        }
        return head.toString().strip().lines().toList();
    }

    private static Optional<String> header(List<String> head, String name) {
        return head.stream().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst();
    }
}

package io.quarkiverse.authlete.deployment.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.EventLoops;
import io.quarkiverse.authlete.deployment.faults.Ports;

/** A server that answers many requests at a time as it is told, and counts how many there are. */
public final class BulkServer implements AutoCloseable {

    static final String DONE = """
            {"action":"OK","resultCode":"A109001","resultMessage":"done","accessToken":"new-token","expiresIn":60,
            "count":1,"totalCount":0}""";

    /** A request as it has arrived. */
    public record Received(int number, long nanoTime, String method, String path, String query, String importHeader,
            String body) {

        boolean has(String text) {
            return body.contains(text) || path.contains(text);
        }
    }

    public record Response(int status, String body, Map<String, String> headers) {

        static Response done() {
            return new Response(200, DONE, Map.of());
        }

        static Response status(int status) {
            return new Response(status, "", Map.of());
        }

        static Response retryAfter(int status, int seconds) {
            return new Response(status, "", Map.of("Retry-After", Integer.toString(seconds)));
        }
    }

    public interface Behaviour {

        Response answer(Received request) throws InterruptedException;
    }

    static {
        // Otherwise each answer takes 40 ms, until the client has acknowledged the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Received> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private volatile Behaviour behaviour = request -> Response.done();

    private BulkServer(HttpServer server) {
        this.server = server;
    }

    public static BulkServer start(Class<?> test) throws IOException {
        HttpServer http = HttpServer
                .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.of(test, "server")), 100);
        BulkServer server = new BulkServer(http);
        // The client is not to use a connection to the server of the test before, which was closed.
        EventLoops.settle();
        http.createContext("/", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** A service that calls the server of this test; {@code null} is the name of the default service. */
    public static TestApplication service(TestApplication test, Class<?> testClass, String name, String... settings) {
        return test.withApplicationRoot(jar -> jar.addClasses(BulkServer.class, Received.class, Response.class, Behaviour.class,
                EventLoops.class, Ports.class))
                .overrideConfigKey("quarkus.authlete.devservices.enabled", "false")
                .service(name, "http://127.0.0.1:" + Ports.of(testClass, "server"), "retry.initial-interval=5ms")
                .settings(name, settings);
    }

    BulkServer behave(Behaviour behaviour) {
        this.behaviour = behaviour;
        return this;
    }

    /** Behaves so from now on, and forgets what it has received. */
    public void startAnew(Behaviour behaviour) {
        behave(behaviour);
        requests.clear();
    }

    public List<Received> requests() {
        return List.copyOf(requests);
    }

    int count() {
        return requests.size();
    }

    int inFlight() {
        return inFlight.get();
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        Response response;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received request = new Received(numbers.getAndIncrement(), now, exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(), exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("X-Import"), body);
            requests.add(request);
            response = behaviour.answer(request);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        } finally {
            // Before the answer goes out, or the next request could be here first.
            inFlight.decrementAndGet();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

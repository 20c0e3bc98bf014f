package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The active probe tells a server that is down from one that refuses, by itself and without a crowd of requests. */
class ReadinessProbeTest {

    private static final String HTTP_500 = "http 500 of /api/lifecycle/healthcheck";

    @RegisterExtension
    static final TestApplication APPLICATION = Readiness.in(TestApplication.withoutEmulator())
            .withApplicationRoot(jar -> jar.addClass(Readiness.class))
            .setBeforeAllCustomizer(() -> System.setProperty("probed.port", freePort()))
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.interval", "20ms")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.timeout", "1s")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.failure-threshold", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${probed.port}/prefix")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", "secret-token")
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.request-volume-threshold", "2");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("nothing")
    TokenOperations unconfigured;

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String text = "OK";
    volatile String contentType = "text/plain";
    volatile CountDownLatch answers = new CountDownLatch(0);
    ExecutorService threads;
    HttpServer server;

    @BeforeEach
    void start() throws IOException {
        status = 200;
        text = "OK";
        contentType = "text/plain";
        answers = new CountDownLatch(0);
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("probed.port")),
                0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            boolean probe = exchange.getRequestURI().getPath().endsWith("/healthcheck");
            if (probe) {
                authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            }
            byte[] body = (probe ? text : "{\"totalCount\":0}").getBytes();
            if (contentType != null) {
                exchange.getResponseHeaders().add("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(probe ? status : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        awaitProbe("success", true);
        requests.clear();
    }

    @AfterEach
    void stop() {
        answers.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aServerThatIsDownAndUpAgain() throws IOException {
        assertThat(Readiness.ask().data()).containsEntry("<default>", "UP").containsEntry("nothing", "INACTIVE")
                .doesNotContainKey("nothing.probe");

        stop();
        awaitProbe("connection", false);
        assertThat(Readiness.ask().text()).doesNotContain("secret", "localhost");

        start();
    }

    @Test
    void aBrokenServerIsDownOnlyAfterSeveralProbes() {
        text = "secret-message";
        status = 500;
        await().until(() -> HTTP_500.equals(Readiness.ask().data().get("<default>.probe")));
        awaitProbe(HTTP_500, false);
        assertThat(requests).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Readiness.ask().text()).doesNotContain("secret", "localhost");

        // Not counted by the circuit breakers of the calls.
        assertThat(TokenResult.of(() -> tokens.list(TokenListRequest.all())).isSuccess()).isTrue();
        status = 200;
        text = "OK";
        awaitProbe("success", true);
        assertThat(Readiness.ask().data()).containsEntry("<default>.list.last-call", "success")
                .doesNotContainKey("<default>.create.last-call");
    }

    @Test
    void theProbeAsksForTheHealthOfTheServerAndShowsNoCredentials() {
        await().until(() -> {
            Readiness.ask();
            return requests.size() > 2;
        });

        assertThat(requests).allMatch("GET /prefix/api/lifecycle/healthcheck"::equals);
        assertThat(authorizations).isEmpty();
    }

    @Test
    void aGatewayThatIsBusyIsUp() {
        status = 429;
        awaitProbe("http 429 of /api/lifecycle/healthcheck", true);
    }

    @ParameterizedTest
    @ValueSource(ints = { 201, 204, 302, 401, 403, 404, 502, 503 })
    void anyOtherStatusIsNotThatOfAServerInGoodHealth(int other) {
        text = "";
        status = other;
        awaitProbe("http " + other + " of /api/lifecycle/healthcheck", false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<html>Please log in</html>", "{}", "not OK" })
    void aStatus200OfAnotherServerIsNotEnough(String page) {
        text = page;
        awaitProbe("unreadable_response of /api/lifecycle/healthcheck", false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "application/json", "nonsense", "" })
    void theContentTypeDoesNotMatter(String type) {
        status = 500;
        awaitProbe(HTTP_500, false);

        contentType = type;
        text = "OK\r\n";
        status = 200;
        awaitProbe("success", true);
    }

    @Test
    void manyChecksAtATimeMakeOneProbeWhichEndsInTime() {
        answers = new CountDownLatch(1);
        long start = System.nanoTime();

        List<CompletableFuture<Readiness>> checks = Stream
                .generate(() -> CompletableFuture.supplyAsync(Readiness::ask, threads))
                .limit(10).toList();
        checks.forEach(CompletableFuture::join);

        // One that has begun before, and another one only when that has ended, after a second.
        int seconds = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(requests).hasSizeLessThanOrEqualTo(2 + seconds);
        awaitProbe("timeout", false);
    }

    @Test
    void aBusyPoolIsNotABrokenServer() {
        answers = new CountDownLatch(1);
        CompletableFuture<?> call = CompletableFuture
                .supplyAsync(() -> TokenResult.of(() -> tokens.list(TokenListRequest.all())), threads);
        await().until(() -> requests.stream().anyMatch(request -> !request.contains("/healthcheck")));
        CountDownLatch busy = answers;
        answers = new CountDownLatch(0);

        requests.clear();
        awaitProbe("success", true);
        await().until(() -> {
            Readiness.ask();
            return requests.size() > 2;
        });
        assertThat(Readiness.ask().data()).containsEntry("<default>.probe", "success");
        assertThat(call).isNotDone();
        busy.countDown();
        call.join();
    }

    private static void awaitProbe(String result, boolean ready) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Readiness readiness = Readiness.ask();
            assertThat(readiness.data()).containsEntry("<default>.probe", result)
                    .containsEntry("<default>", ready ? "UP" : "DOWN");
            assertThat(readiness.ready()).isEqualTo(ready);
        });
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

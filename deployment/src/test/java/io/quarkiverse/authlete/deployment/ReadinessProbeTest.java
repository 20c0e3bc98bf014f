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

import com.sun.net.httpserver.HttpServer;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.QuarkusUnitTest;

/** The active probe tells a server that is down from one that refuses, by itself and without a crowd of requests. */
class ReadinessProbeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Readiness.in(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar.addClass(Readiness.class))
            .setBeforeAllCustomizer(() -> System.setProperty("probed.port", freePort()))
            .overrideConfigKey("quarkus.authlete.devservices.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.interval", "100ms")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.timeout", "1s")
            .overrideRuntimeConfigKey("quarkus.authlete.health.active.failure-threshold", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${probed.port}")
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
    volatile int status = 200;
    volatile CountDownLatch answers = new CountDownLatch(0);
    ExecutorService threads;
    HttpServer server;

    @BeforeEach
    void start() throws IOException {
        status = 200;
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
            byte[] body = "{\"resultMessage\":\"secret-message\"}".getBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
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
        status = 500;
        await().until(() -> "result 500".equals(Readiness.ask().data().get("<default>.probe")));
        awaitProbe("result 500", false);
        assertThat(requests).hasSizeGreaterThanOrEqualTo(2);

        // Not counted by the circuit breakers of the calls.
        status = 200;
        assertThat(tokens.attempt().list(TokenListRequest.all()).isSuccess()).isTrue();
        awaitProbe("success", true);
    }

    @Test
    void aServerThatRefusesIsUp() {
        status = 401;
        awaitProbe("result 401", true);
        status = 429;
        awaitProbe("result 429", true);
        assertThat(requests).allMatch(
                "GET /api/1/auth/token/get/list?subject=quarkus-authlete-health-check&start=0&end=1"::equals);
    }

    @Test
    void manyChecksAtATimeMakeOneProbeWhichEndsInTime() {
        answers = new CountDownLatch(1);

        List<CompletableFuture<Readiness>> checks = Stream
                .generate(() -> CompletableFuture.supplyAsync(Readiness::ask, threads))
                .limit(10).toList();
        checks.forEach(CompletableFuture::join);

        assertThat(requests).hasSizeLessThanOrEqualTo(2);
        awaitProbe("timeout", false);
    }

    @Test
    void aBusyPoolIsNotABrokenServer() {
        answers = new CountDownLatch(1);
        CompletableFuture<?> call = CompletableFuture.supplyAsync(() -> tokens.attempt().list(TokenListRequest.all()), threads);
        await().until(() -> requests.stream().anyMatch(request -> !request.contains("health-check")));
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
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
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

package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The emulator holds back every answer, but none for the sake of another. */
class LatencyTest {

    private static final Duration LATENCY = Duration.ofMillis(400);
    private static final int CALLS = 100;

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(EmulatorConfig
            .builder(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN)).latency(LATENCY).build());

    @Test
    void everyAnswerIsLate() {
        assertThat(emulator.list(Map.of()).time()).isGreaterThanOrEqualTo(LATENCY.toMillis());
        assertThat(emulator.post("/create", "{}").time()).isGreaterThanOrEqualTo(LATENCY.toMillis());
        assertThat(emulator.request().get(emulator.url("/nowhere")).time()).isGreaterThanOrEqualTo(LATENCY.toMillis());
    }

    @Test
    void callsWaitSideBySide() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url("/get/list")))
                .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN).build();
        long start = System.nanoTime();

        List<CompletableFuture<HttpResponse<String>>> calls = Stream
                .generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())).limit(CALLS).toList();

        assertThat(calls).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(LATENCY, LATENCY.multipliedBy(CALLS / 2));
    }
}

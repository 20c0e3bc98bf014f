package io.quarkiverse.authlete.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Calls the control API of a running emulator. */
final class ControlClient {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
            .build();
    private final ObjectMapper json = TokenJson.newMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    ControlClient(String url) {
        // Whatever the properties say: tests are not to reset anything that is not an emulator on this machine.
        if (!LOOPBACK.contains(URI.create(url).getHost())) {
            throw new IllegalStateException("There is no emulator of Authlete at " + url + ": it is not on this machine");
        }
        this.url = url;
    }

    String url() {
        return url;
    }

    <T> T get(String path, Class<T> type) {
        return read(send("GET", path, BodyPublishers.noBody()), type);
    }

    <T> List<T> list(String path, Class<T[]> type) {
        return List.of(get(path, type));
    }

    void post(String path, Object body) {
        send("POST", path, BodyPublishers.ofByteArray(write(body)));
    }

    <T> T post(String path, Object body, Class<T> type) {
        return read(send("POST", path, BodyPublishers.ofByteArray(write(body))), type);
    }

    void delete(String path) {
        send("DELETE", path, BodyPublishers.noBody());
    }

    private byte[] send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/emulator/" + path)).method(method, body)
                .header("Content-Type", "application/json").timeout(TIMEOUT).build();
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("The emulator of Authlete at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the emulator of Authlete at " + url, e);
        }
        if (response.statusCode() == 400) {
            throw new IllegalArgumentException(read(response.body(), Problem.class).message());
        }
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("There is no emulator of Authlete at " + url + ", or it is of another version: "
                    + method + " /emulator/" + path + " was answered with status " + response.statusCode());
        }
        return response.body();
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new IllegalStateException("The answer of the emulator of Authlete at " + url + " cannot be read", e);
        }
    }

    private record Problem(String message) {
    }
}

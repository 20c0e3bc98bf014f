package io.quarkiverse.authlete.deployment.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.authlete.deployment.ConfiguredEmulator;
import io.quarkiverse.authlete.deployment.devservice.EmulatorDevService;

/**
 * Plain HTTP to a fresh emulator of two services. {@link #SERVICE} is the one that is called: its clients are 1001, 1002 and
 * the locked 1003, and 2001 is that of the other service. JSON is written with single quotes.
 */
final class Emulator implements AutoCloseable {

    static final String SERVICE = "1000";
    static final String OTHER_SERVICE = "2000";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> SETTINGS = Map.of(
            "clients", "1001,1002,1003",
            "locked-clients", "1003",
            "scopes", "read,write,short,long",
            "scope-attributes.\"short\".access-token-duration", "60S",
            "scope-attributes.\"short\".refresh-token-duration", "120S",
            "scope-attributes.\"long\".access-token-duration", "600S");

    private final EmulatorDevService emulator;

    private Emulator(EmulatorDevService emulator) {
        this.emulator = emulator;
    }

    /** @param settings of the form {@code key=value}, besides those of all tests */
    static Emulator start(String... settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        for (String setting : settings) {
            String[] keyAndValue = setting.split("=", 2);
            all.put(keyAndValue[0], keyAndValue[1]);
        }
        Emulator started = new Emulator(ConfiguredEmulator.start(all, SERVICE, OTHER_SERVICE));
        started.control("clients", "{'serviceId':'" + OTHER_SERVICE + "','clientId':2001}");
        return started;
    }

    String url(String path) {
        return emulator.getConnectionInfo() + path;
    }

    static String path(String service, String path) {
        return "/api/" + service + "/auth/token" + path;
    }

    /** A request to the service, with its API token. */
    HttpRequest.Builder request(String path) {
        return requestTo(SERVICE, path);
    }

    HttpRequest.Builder requestTo(String service, String path) {
        return HttpRequest.newBuilder(URI.create(url(path(service, path)))).header("Authorization",
                "Bearer " + ConfiguredEmulator.apiToken(service));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(json(json)));
    }

    Answer form(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer list(String query) {
        return send(request("/get/list?" + query));
    }

    Answer create(String json) {
        return post("/create", json);
    }

    /** A token of the client 1001 with the scopes {@code read} and {@code write}. */
    Answer token(String subject) {
        return token(subject, "");
    }

    /** @param more members of the request, each with a comma before it */
    Answer token(String subject, String more) {
        return create("{'grantType':'PASSWORD','clientId':1001,'subject':'" + subject + "','scopes':['read','write']"
                + more + "}").isSuccess();
    }

    /** A token of the other service. */
    Answer foreignToken() {
        return send(requestTo(OTHER_SERVICE, "/create").header("Content-Type", "application/json")
                .POST(json("{'grantType':'PASSWORD','clientId':2001,'subject':'john'}"))).isSuccess();
    }

    void tokens(int count) {
        for (int i = 0; i < count; i++) {
            token("user" + i);
        }
    }

    Answer update(String json) {
        return post("/update", json);
    }

    Answer delete(String identifier) {
        return send(request("/delete/" + URLEncoder.encode(identifier, UTF_8)).DELETE());
    }

    Answer revoke(String json) {
        return post("/revoke", json);
    }

    Answer batch(String json) {
        return post("/create/batch", json);
    }

    Answer batchStatus(String requestId) {
        return send(request("/create/batch/status/" + requestId));
    }

    /** The status of a batch after so much time that it has ended. */
    Answer endOf(Answer batch) {
        advanceClock(Duration.ofSeconds(10));
        return batchStatus(batch.text("/requestId")).isSuccess();
    }

    void advanceClock(Duration duration) {
        control("clock", "{'advance':'" + duration + "'}");
    }

    /** By the emulator's clock, in milliseconds. */
    long now() {
        return Instant.parse(send(control("clock")).text("/now")).toEpochMilli();
    }

    /** Injects a fault. */
    void fault(String json) {
        control("faults", json);
    }

    private void control(String path, String json) {
        Answer answer = send(control(path).POST(json(json)));
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
    }

    private HttpRequest.Builder control(String path) {
        return HttpRequest.newBuilder(URI.create(url("/emulator/" + path))).header("Content-Type", "application/json");
    }

    private static BodyPublisher json(String json) {
        return BodyPublishers.ofString(json.replace('\'', '"'));
    }

    @Override
    public void close() {
        emulator.close();
    }
}

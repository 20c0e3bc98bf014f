package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An emulator of its own for each test, reached over loopback HTTP. */
final class RunningEmulator implements BeforeEachCallback, AfterEachCallback {

    static final String SERVICE_ID = "21653835348762";
    static final String API_TOKEN = "api-token";
    static final long CLIENT = 26888344961664L;

    final ManualClock clock = new ManualClock();
    private final EmulatorConfig config;
    private EmulatorDevService emulator;

    RunningEmulator() {
        this(ServiceSettings.of(SERVICE_ID, API_TOKEN));
    }

    RunningEmulator(ServiceSettings... services) {
        this(EmulatorConfig.of(services));
    }

    RunningEmulator(EmulatorConfig config) {
        this.config = config;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        emulator = new EmulatorDevService(config, clock);
        emulator.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        emulator.close();
    }

    String url() {
        return emulator.getConnectionInfo();
    }

    String url(String path) {
        return url() + "/api/" + SERVICE_ID + "/auth/token" + path;
    }

    RequestSpecification request() {
        return given().header("Authorization", "Bearer " + API_TOKEN);
    }

    Response post(String path, Object body) {
        return request().contentType("application/json").body(body).post(url(path));
    }

    Response list(Map<String, ?> query) {
        return request().queryParams(query).get(url("/get/list"));
    }

    JsonPath listed(Map<String, ?> query) {
        return list(query).then().statusCode(200).extract().jsonPath();
    }

    /** A create, update or revoke that is answered with 200, whatever its action. */
    JsonPath answered(String path, Object body) {
        return post(path, body).then().statusCode(200).contentType("application/json").extract().jsonPath();
    }

    JsonPath created(Object body) {
        JsonPath response = answered("/create", body);
        if (!"OK".equals(response.getString("action"))) {
            throw new AssertionError("Not created: " + response.prettify());
        }
        return response;
    }

    JsonPath created(String subject) {
        return created(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT, "subject", subject,
                "scopes", new String[] { "history.read", "timeline.read" }));
    }

    /** Sends a request line that no HTTP client would send, and returns the whole response. */
    String sendRaw(String method, String target) {
        try (Socket socket = new Socket("127.0.0.1", URI.create(url()).getPort())) {
            String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + API_TOKEN + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.POJONode;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.restassured.response.Response;

/** Whatever is in a request, and whatever fails inside, the caller gets an answer. */
class EveryAnswerEndsTest {

    private static final String CREATE = "{\"grantType\":\"PASSWORD\",\"clientId\":1,\"subject\":\"john\",%s}";

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private AuthleteEmulator handle() {
        return AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(), "quarkus.authlete.service-id",
                RunningEmulator.SERVICE_ID));
    }

    /** HALF stands for one half of a surrogate pair, which JSON can express and UTF-8 can't. */
    @ParameterizedTest
    @ValueSource(strings = { "\"properties\":[{\"key\":\"k\",\"value\":\"HALF\"}]",
            "\"properties\":[{\"key\":\"HALF\",\"value\":\"v\"}]", "\"scopes\":[\"HALF\"]", "\"accessToken\":\"HALF\"",
            "\"refreshToken\":\"HALF\"", "\"sessionId\":\"HALF\"", "\"clientIdentifier\":\"HALF\"", "\"acr\":\"HALF\"",
            "\"jwtAtClaims\":\"HALF\"", "\"resources\":[\"HALF\"]", "\"dpopKeyThumbprint\":\"HALF\"",
            "\"authorizationDetails\":{\"elements\":[{\"type\":\"HALF\"}]}",
            "\"authorizationDetails\":{\"elements\":[{\"type\":\"t\",\"HALF\":1}]}", "\"unknown\":\"HALF\"",
            "\"HALF\":1" })
    void halfACharacterIsRefused(String member) {
        for (String half : List.of("\\ud83d", "\\ude00", "x\\ud83dx", "\\ude00\\ud83d")) {
            String create = CREATE.formatted(member.replace("HALF", half));
            refused(emulator.post("/create", create));
            refused(emulator.post("/create/batch", "[" + create + "]"));
            refused(emulator.post("/update", create));
            refused(emulator.post("/revoke", create));
            given().contentType("application/json")
                    .body("{\"serviceId\":\"" + RunningEmulator.SERVICE_ID + "\",\"token\":" + create + "}")
                    .post(emulator.url() + "/emulator/tokens").then().statusCode(400);
            assertThatThrownBy(() -> new EmulatorDevService(EmulatorConfig.builder(ServiceSettings.of("1", "token"))
                    .seed(Optional.of(new Seed("seed.json", "{\"tokens\":[" + create + "]}", Map.of("<default>", "1"))))
                    .build())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("seed.json");
        }
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
        assertThat(handle().requests(TokenOperation.CREATE)).hasSize(4).extracting(RecordedRequest::status)
                .containsOnly(400);
    }

    @Test
    void wholeCharactersAreKept() {
        String create = CREATE.formatted("\"properties\":[{\"key\":\"\\ud83d\\ude00\",\"value\":\"\u20ac\"}]");
        emulator.request().contentType("application/json; charset=utf-8").body(create).post(emulator.url("/create")).then()
                .statusCode(200);
        assertThat(emulator.listed(Map.of()).getString("accessTokens[0].properties[0].key")).isEqualTo("\ud83d\ude00");
        assertThat(handle().requests(TokenOperation.CREATE)).hasSize(1);
    }

    /** CESU-8: what a broken encoder makes of a character outside of the basic plane. */
    @Test
    void halfACharacterInBytesIsRefused() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String[] parts = CREATE.formatted("\"properties\":[{\"key\":\"k\",\"value\":\"HALF\"}]").split("HALF");
        body.write(parts[0].getBytes());
        body.write(HexFormat.of().parseHex("eda0bd"));
        body.write(parts[1].getBytes());
        assertThat(emulator.request().contentType("application/json").body(body.toByteArray()).post(emulator.url("/create"))
                .statusCode()).isEqualTo(400);
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
    }

    @Test
    void halfACharacterInAUrlIsRefused() {
        assertThat(emulator.sendRaw("GET", "/api/" + RunningEmulator.SERVICE_ID + "/auth/token/get/list?subject=%ED%A0%BD"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(emulator.sendRaw("DELETE", "/api/" + RunningEmulator.SERVICE_ID + "/auth/token/delete/%ED%A0%BD"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(handle().requests()).hasSize(2);
    }

    @Test
    void halfACharacterInAFaultIsRefused() {
        given().contentType("application/json")
                .body("{\"kind\":\"STATUS\",\"status\":503,\"resultMessage\":\"\\ud83d\"}")
                .post(emulator.url() + "/emulator/faults").then().statusCode(400)
                .body("message", containsString("surrogate"));
        assertThat(handle().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 80, 100, 490, 600, 999, 1_000, 5_000 })
    void nestingIsKeptOrRefused(int depth) {
        String nested = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        int status = emulator.post("/create", CREATE.formatted(
                "\"authorizationDetails\":{\"elements\":[{\"type\":\"t\",\"x\":" + nested + "}]}")).statusCode();
        assertThat(status).isEqualTo(depth < 500 ? 200 : 400);
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isEqualTo(depth < 500 ? 1 : 0);
        assertThat(handle().requests(TokenOperation.CREATE)).singleElement()
                .satisfies(request -> assertThat(request.body().isEmpty()).isEqualTo(depth > 90));
    }

    /** An Error, too: it would end the event loop's work on the request, and nothing else. */
    @ParameterizedTest
    @MethodSource
    void aFailureInsideIsAnsweredAndLogged(Function<ApiRequest, Delivery> handler) throws Exception {
        LoggedMessages logged = new LoggedMessages();
        Logger log = Logger.getLogger(EmulatorServer.class.getName());
        log.addHandler(logged);
        try (EmulatorServer server = new EmulatorServer(handler, new JsonCodec(), 100)) {
            server.start(0);
            given().get("http://localhost:" + server.port() + "/").then().statusCode(500)
                    .body("resultCode", equalTo("A001101"));
        } finally {
            log.removeHandler(logged);
        }
        assertThat(logged.messages).singleElement().asString().startsWith("The Authlete emulator failed");
    }

    static List<Function<ApiRequest, Delivery>> aFailureInsideIsAnsweredAndLogged() {
        return List.of(
                request -> {
                    throw new IllegalStateException("by the test");
                },
                request -> {
                    throw new StackOverflowError("by the test");
                },
                request -> Delivery.complete(unwritable(), Duration.ZERO),
                request -> Delivery.complete(unwritable(), Duration.ofMillis(1)),
                request -> new Delivery(unwritable(), Delivery.Ending.TRUNCATED, Duration.ZERO, status -> {
                    assertThat(status).hasValue(500);
                }));
    }

    private static ApiResponse unwritable() {
        return ApiResponse.ok(new POJONode(new Unwritable()));
    }

    static final class Unwritable {

        public String getText() {
            throw new StackOverflowError("by the test");
        }
    }

    private static final class LoggedMessages extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(record.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    private static void refused(Response response) {
        response.then().statusCode(400).body("resultCode", equalTo("A000201"));
    }
}

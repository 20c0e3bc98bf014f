package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

class BadRequestTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            EmulatorConfig.builder(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN))
                    .maxBodySize(2_000).build());

    private static void assertRefused(Response response, int status, ResultCode code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.jsonPath().getMap("$")).containsOnlyKeys("resultCode", "resultMessage")
                .containsEntry("resultCode", code.code());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"text\"", "{} {}", "{\"grantType\":}", "grantType=PASSWORD" })
    void bodyThatIsNoJsonObject(String body) {
        assertRefused(emulator.post("/create", body), 400, ResultCode.FRAMEWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"clientId\":1.5", "\"clientId\":\"x\"", "\"clientId\":9223372036854775808", "\"clientId\":{}",
            "\"scopes\":\"read\"", "\"scopes\":[1]", "\"scopes\":[null]", "\"subject\":{}", "\"accessTokenPersistent\":1",
            "\"properties\":{}", "\"properties\":[1]", "\"properties\":[{\"value\":\"v\"}]", "\"authorizationDetails\":[]",
            "\"authorizationDetails\":{\"elements\":[{}]}", "\"authorizationDetails\":{\"elements\":{}}" })
    void memberOfAnotherType(String member) {
        String subject = member.contains("subject") ? "" : "\"subject\":\"john\",";
        String client = member.contains("clientId") ? "" : "\"clientId\":1,";
        assertRefused(emulator.post("/create", "{\"grantType\":\"PASSWORD\"," + subject + client + member + "}"), 400,
                ResultCode.FRAMEWORK);
    }

    @Test
    void wrongContentType() {
        for (String path : List.of("/create", "/update", "/revoke")) {
            assertRefused(emulator.request().contentType("text/plain").body("{}").post(emulator.url(path)), 415,
                    ResultCode.FRAMEWORK);
        }
    }

    @Test
    void noContentType() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url("/create")))
                .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN).POST(BodyPublishers.ofString("{}")).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"A258201\"").contains("\"[A258201] ");
    }

    @Test
    void contentTypeWithCharset() {
        emulator.request().header("Content-Type", "Application/JSON; charset=utf-8").body("{\"subject\":\"john\"}")
                .post(emulator.url("/revoke")).then().statusCode(200);
    }

    @Test
    void oversizedBodyLeavesTheConnectionUsable() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.url("/revoke")))
                .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN).header("Content-Type", "application/json");
        for (int size : List.of(2_001, 10_000_000)) {
            HttpResponse<String> refused = client.send(request.POST(BodyPublishers.ofString("x".repeat(size))).build(),
                    BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains(ResultCode.FRAMEWORK.code());
            assertThat(refused.headers().firstValue("Connection")).isEmpty();
        }
        String atTheLimit = "{\"subject\":\"john\"" + " ".repeat(2_000 - 18) + "}";
        assertThat(atTheLimit).hasSize(2_000);
        HttpRequest accepted = request.POST(BodyPublishers.ofString(atTheLimit)).build();
        assertThat(client.send(accepted, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void brokenEncodingInTheQuery() {
        assertThat(emulator.sendRaw("GET", URI.create(emulator.url("/get/list")).getPath() + "?subject=%zz"))
                .startsWith("HTTP/1.1 400 ").contains(ResultCode.FRAMEWORK.code());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/api", "/api/1", "/api/1/", "/api/1/auth/token", "/api/1/auth/token/create/",
            "/api/1/auth/token/delete", "/api/1/auth/token/createx", "/api/1/auth/introspection",
            "/x/api/1/auth/token/create" })
    void unknownPath(String path) {
        assertRefused(emulator.request().get(emulator.url() + path), 404, ResultCode.FRAMEWORK);
    }

    @Test
    void wrongMethod() {
        Response response = emulator.request().put(emulator.url("/create"));
        assertRefused(response, 405, ResultCode.FRAMEWORK);
        assertThat(response.header("Allow")).isEqualTo("POST");
        assertRefused(emulator.request().get(emulator.url("/delete/x")), 405, ResultCode.FRAMEWORK);
    }

    @Test
    void nothingIsCreated() {
        emulator.post("/create", "{");
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
    }
}

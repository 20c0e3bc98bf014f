package io.quarkiverse.authlete.deployment.devservice;

import static io.quarkiverse.authlete.deployment.devservice.RunningEmulator.CLIENT;
import static io.quarkiverse.authlete.emulator.RecordedRequest.MASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.restassured.RestAssured;

/** What the emulator has seen, without the secrets. */
class RecordedRequestsTest {

    private static final String SECRET = "s3cret-value";

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    @Test
    void bodyAndHeaders() {
        emulator.request().header("X-Request-Id", "42").header("Cookie", SECRET).header("X-Api-Key", SECRET)
                .header("X-Note", "the token is " + RunningEmulator.API_TOKEN).header("DPoP", SECRET)
                .contentType("application/json")
                .body(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT, "subject", "john", "scopes",
                        List.of("history.read"), "accessToken", SECRET, "refreshToken", SECRET + 2, "sessionId", SECRET,
                        "accessTokenPersistent", true, "somethingNew", SECRET, "properties",
                        List.of(Map.of("key", "device", "value", "phone", "hidden", false),
                                Map.of("key", "pin", "value", SECRET, "hidden", true))))
                .post(emulator.url("/create")).then().statusCode(200);

        RecordedRequest request = only(TokenOperation.CREATE);
        assertThat(request.serviceId()).isEqualTo(RunningEmulator.SERVICE_ID);
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.duration()).isPositive();
        assertThat(request.fault()).isNull();
        assertThat(request.time()).isEqualTo(emulator.clock.instant());
        assertThat(request.body()).containsOnly(entry("grantType", "AUTHORIZATION_CODE"), entry("clientId", CLIENT),
                entry("subject", "john"), entry("scopes", List.of("history.read")), entry("accessToken", MASK),
                entry("refreshToken", MASK), entry("sessionId", MASK), entry("accessTokenPersistent", true),
                entry("somethingNew", MASK), entry("properties", List.of(
                        Map.of("key", "device", "value", "phone", "hidden", false),
                        Map.of("key", "pin", "value", MASK, "hidden", true))));
        assertThat(request.headers()).contains(entry("x-request-id", "42"), entry("authorization", MASK),
                entry("cookie", MASK), entry("x-api-key", MASK), entry("x-note", MASK), entry("dpop", MASK));
        assertNoSecret();
    }

    @Test
    void aDeletedTokenIsNotShown() {
        String token = emulator.created("john").getString("accessToken");
        emulator.request().delete(emulator.url("/delete/{token}"), token).then().statusCode(204);
        emulator.post("/revoke", Map.of("accessTokenIdentifier", token)).then().statusCode(200);

        assertThat(only(TokenOperation.DELETE).status()).isEqualTo(204);
        assertThat(only(TokenOperation.REVOKE).body()).containsOnly(entry("accessTokenIdentifier", MASK));
        assertThat(text()).doesNotContain(token);
    }

    @Test
    void formsQueriesAndRefusals() {
        emulator.request().contentType("application/x-www-form-urlencoded").formParam("accessToken", SECRET)
                .formParam("scopes", "a b").post(emulator.url("/update")).then().statusCode(200);
        emulator.request().queryParam("subject", "john").queryParam("access_token", SECRET).get(emulator.url("/get/list"));
        emulator.request().contentType("application/json").body("{\"accessToken\": \"" + SECRET)
                .post(emulator.url("/revoke")).then().statusCode(400);
        RestAssured.given().header("Authorization", "Bearer " + SECRET).get(emulator.url("/get/list")).then().statusCode(401);

        assertThat(only(TokenOperation.UPDATE).body()).containsOnly(entry("accessToken", MASK),
                entry("scopes", List.of("a", "b")));
        assertThat(only(TokenOperation.REVOKE).body()).isEmpty();
        List<RecordedRequest> lists = handle().requests(TokenOperation.LIST);
        assertThat(lists).extracting(RecordedRequest::status).containsExactly(200, 401);
        assertThat(lists.get(0).query()).containsOnly(entry("subject", List.of("john")), entry("access_token", List.of(MASK)));
        assertNoSecret();
    }

    @Test
    void onlyTheLatestAreKept() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < RequestLog.MAX_REQUESTS + 2; i++) {
            client.send(HttpRequest.newBuilder(URI.create(emulator.url("/get/list?start=" + i + "&end=" + i))).build(),
                    BodyHandlers.discarding());
        }

        List<RecordedRequest> requests = handle().requests();
        assertThat(requests).hasSize(RequestLog.MAX_REQUESTS);
        assertThat(requests.get(0).query()).containsEntry("start", List.of("2"));
    }

    private RecordedRequest only(TokenOperation operation) {
        assertThat(handle().requests(operation)).hasSize(1);
        return handle().requests(operation).get(0);
    }

    private void assertNoSecret() {
        assertThat(text()).contains(MASK).doesNotContain(SECRET).doesNotContain(RunningEmulator.API_TOKEN);
    }

    private String text() {
        return RestAssured.given().contentType("application/json").get(emulator.url() + "/emulator/requests").asString();
    }

    private AuthleteEmulator handle() {
        return AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(), "quarkus.authlete.service-id",
                RunningEmulator.SERVICE_ID));
    }
}

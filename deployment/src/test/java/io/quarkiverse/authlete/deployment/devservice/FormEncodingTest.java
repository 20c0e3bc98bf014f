package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

class FormEncodingTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private Response send(String path, String form) {
        return emulator.request().header("Content-Type", "application/x-www-form-urlencoded").body(form)
                .post(emulator.url(path));
    }

    private JsonPath answered(String path, String form) {
        return send(path, form).then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @ValueSource(strings = { "scopes=a+b%2Fc", "scopes=a&scopes=b/c", "scopes=a%20%20b%2Fc&scopes=a" })
    void scopesAsListOrRepeated(String scopes) {
        JsonPath created = answered("/create", "grantType=PASSWORD&clientId=26888344961664&subject=j+%2B%26&" + scopes);
        assertThat(created.getString("action")).isEqualTo("OK");
        assertThat(created.getList("scopes")).containsExactly("a", "b/c");
        assertThat(created.getLong("clientId")).isEqualTo(26888344961664L);
        assertThat(created.getString("subject")).isEqualTo("j +&");
    }

    @Test
    void aCommaIsAPartOfAScope() {
        assertThat(answered("/create", "grantType=PASSWORD&clientId=5&subject=john&scopes=a,b%2Cc+d").getList("scopes"))
                .containsExactly("a,b,c", "d");
    }

    @Test
    void scalars() {
        JsonPath created = answered("/create", "grantType=PASSWORD&clientIdentifier=5&subject=john&accessTokenDuration=30"
                + "&refreshTokenDuration=&forExternalAttachment=true&dpopKeyThumbprint=t&accessTokenPersistent=false");
        assertThat(created.getLong("clientId")).isEqualTo(5);
        assertThat(created.getLong("expiresIn")).isEqualTo(30);
        assertThat(created.getBoolean("forExternalAttachment")).isTrue();
        assertThat(created.getString("tokenType")).isEqualTo("DPoP");
    }

    @Test
    void propertiesAndDetailsAreJsonOnly() {
        JsonPath created = answered("/create",
                "grantType=PASSWORD&clientId=5&subject=john&properties=x&authorizationDetails=y");
        assertThat(created.getMap("$")).containsEntry("action", "OK").doesNotContainKeys("properties", "authorizationDetails");
    }

    @Test
    void updates() {
        String token = emulator.created("john").getString("accessToken");
        JsonPath updated = answered("/update", "accessToken=" + token + "&accessTokenExpiresAt=5000&scopes=x");
        assertThat(updated.getLong("accessTokenExpiresAt")).isEqualTo(5_000);
        assertThat(updated.getList("scopes")).containsExactly("x");
        assertThat(answered("/update", "accessToken=" + token).getList("scopes")).containsExactly("x");
        assertThat(answered("/update", "accessToken=" + token + "&scopes=").getList("scopes")).isEmpty();
    }

    @Test
    void revokes() {
        emulator.created("john");
        assertThat(answered("/revoke", "subject=john&clientIdentifier=" + RunningEmulator.CLIENT).getInt("count")).isEqualTo(1);
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
    }

    @Test
    void businessErrorsAreTheSame() {
        assertThat(answered("/create", "").getString("resultCode")).isEqualTo(ResultCode.GRANT_TYPE_MISSING.code());
        assertThat(send("/revoke", "").statusCode()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url("/create")))
                .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray("grantType=PASSWORD&clientId=5&subject=john&accessToken=\u00ff"
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "grantType=%zz", "grantType=PASSWORD&subject=john&clientId=x",
            "grantType=PASSWORD&subject=john&clientId=+5", "grantType=PASSWORD&subject=john&clientId=\u0665",
            "grantType=PASSWORD&clientId=5&subject=john&accessToken=%FF", "%C3=x", "accessToken=%ED%A0%80" })
    void malformed(String form) {
        Response response = send("/create", form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(ResultCode.FRAMEWORK.code());
    }
}

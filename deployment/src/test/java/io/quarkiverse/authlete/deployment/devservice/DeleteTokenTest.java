package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

class DeleteTokenTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private Response delete(String identifier) {
        return emulator.request().delete(emulator.url("/delete/" + identifier));
    }

    @Test
    void removesAccessAndRefreshToken() {
        JsonPath created = emulator.created("john");
        Response response = delete(created.getString("accessToken"));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.asByteArray()).isEmpty();
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
        assertThat(emulator.answered("/update", Map.of("refreshToken", created.getString("refreshToken"))).getString("action"))
                .isEqualTo("NOT_FOUND");
        assertThat(emulator.answered("/update", Map.of("tokenId", created.getString("tokenId"))).getString("action"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void takesAHash() {
        emulator.created("jane");
        String accessToken = emulator.created("john").getString("accessToken");
        assertThat(delete(RunningEmulator.hash(accessToken)).statusCode()).isEqualTo(204);
        assertThat(emulator.listed(Map.of()).getList("accessTokens.subject")).containsExactly("jane");
    }

    @Test
    void unknownTokenIsNotFound() {
        String accessToken = emulator.created("john").getString("accessToken");
        delete(accessToken);
        Response response = delete(accessToken);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo("A161202");
        assertThat(response.asString()).doesNotContain(accessToken);
    }

    @Test
    void takesARefreshTokenOrItsHash() {
        JsonPath john = emulator.created("john");
        JsonPath jane = emulator.created("jane");
        emulator.created("joe");
        assertThat(delete(john.getString("refreshToken")).statusCode()).isEqualTo(204);
        assertThat(delete(RunningEmulator.hash(jane.getString("refreshToken"))).statusCode()).isEqualTo(204);
        assertThat(emulator.listed(Map.of()).getList("accessTokens.subject")).containsExactly("joe");
        assertThat(delete(john.getString("accessToken")).statusCode()).isEqualTo(404);
    }

    @Test
    void missingIdentifierIsABadRequest() {
        Response response = delete("");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo("A161201");
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;

class UpdateTokenTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN)
                    .scopes(Set.of("read", "write", "extra"))
                    .scopeAttributes(Map.of("extra", new ScopeAttributes(Optional.of(Duration.ofDays(9)), Optional.empty())))
                    .accessTokenDuration(Duration.ofMinutes(10))
                    .refreshTokenDuration(Duration.ofMinutes(20)).build());

    private long createdAt;
    private String accessToken;
    private String refreshToken;
    private String tokenId;

    @BeforeEach
    void createToken() {
        JsonPath created = emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john",
                "scopes", List.of("read", "write"), "properties", List.of(Map.of("key", "k", "value", "v")),
                "authorizationDetails", Map.of("elements", List.of(Map.of("type", "old"))), "forExternalAttachment", true));
        createdAt = emulator.clock.millis();
        accessToken = created.getString("accessToken");
        refreshToken = created.getString("refreshToken");
        tokenId = created.getString("tokenId");
        emulator.clock.advance(Duration.ofMinutes(1));
    }

    private JsonPath update(Map<String, ?> change) {
        Map<String, Object> request = new HashMap<>(change);
        request.put("accessToken", accessToken);
        JsonPath response = emulator.answered("/update", request);
        assertThat(response.getString("action")).isEqualTo("OK");
        return response;
    }

    private Map<String, Object> listed() {
        return emulator.listed(Map.of()).getMap("accessTokens[0]");
    }

    @Test
    void withoutAChangeLeavesAllAsItWas() {
        Map<String, Object> before = listed();
        JsonPath response = update(Map.of("accessTokenExpiresAt", -1, "refreshTokenExpiresAt", 0,
                "accessTokenExpiresAtUpdatedOnScopeUpdate", true, "refreshTokenExpiresAtUpdatedOnScopeUpdate", true));
        assertThat(response.getString("resultCode")).isEqualTo("A135001");
        assertThat(response.getString("resultMessage")).isEqualTo("[A135001] Updated the access token successfully.");
        assertThat(response.getString("accessToken")).isEqualTo(accessToken);
        assertThat(response.getString("tokenType")).isEqualTo("Bearer");
        assertThat(response.getLong("accessTokenExpiresAt")).isEqualTo(createdAt + 600_000);
        assertThat(response.getLong("refreshTokenExpiresAt")).isEqualTo(createdAt + 1_200_000);
        assertThat(response.getList("scopes", String.class)).containsExactly("read", "write");
        assertThat(response.getString("properties[0].key")).isEqualTo("k");
        assertThat(response.getString("authorizationDetails.elements[0].type")).isEqualTo("old");
        assertThat(response.getBoolean("forExternalAttachment")).isTrue();
        assertThat(response.getString("tokenId")).isEqualTo(tokenId);
        assertThat(listed()).isEqualTo(before);
    }

    @Test
    void nullChangesNothing() {
        Map<String, Object> before = listed();
        Map<String, Object> change = new HashMap<>();
        for (String name : List.of("accessTokenExpiresAt", "scopes", "properties", "authorizationDetails",
                "accessTokenPersistent", "forExternalAttachment", "dpopKeyThumbprint", "accessTokenValueUpdated")) {
            change.put(name, null);
        }
        assertThat(update(change).getString("authorizationDetails.elements[0].type")).isEqualTo("old");
        assertThat(listed()).isEqualTo(before);
    }

    @Test
    void emptyListsEmpty() {
        JsonPath response = update(Map.of("scopes", List.of(), "properties", List.of(),
                "authorizationDetails", Map.of("elements", List.of())));
        assertThat(response.getList("scopes")).isEmpty();
        assertThat(response.getMap("$")).doesNotContainKeys("properties", "authorizationDetails");
        assertThat(listed()).containsEntry("scopes", List.of()).doesNotContainKey("properties")
                .containsEntry("refreshTokenScopes", List.of("read", "write"));
    }

    @Test
    void replacesWhatItIsGiven() {
        JsonPath response = update(Map.of("accessTokenExpiresAt", createdAt + 5_000, "refreshTokenExpiresAt", createdAt + 6_000,
                "scopes", List.of("extra", "unsupported"), "properties", List.of(Map.of("key", "k2", "value", "v2")),
                "authorizationDetails", Map.of("elements", List.of(Map.of("type", "new"))), "dpopKeyThumbprint", "t",
                "certificateThumbprint", "c", "forExternalAttachment", false));
        assertThat(response.getString("tokenType")).isEqualTo("DPoP");
        assertThat(response.getList("authorizationDetails.elements.type")).containsExactly("new");
        assertThat(response.getBoolean("forExternalAttachment")).isFalse();
        assertThat(listed()).containsEntry("accessTokenExpiresAt", createdAt + 5_000)
                .containsEntry("refreshTokenExpiresAt", createdAt + 6_000).containsEntry("scopes", List.of("extra"))
                .containsEntry("properties", List.of(Map.of("key", "k2", "value", "v2", "hidden", false)));
    }

    @Test
    void givenExpiryWinsOverThatOfTheScopes() {
        assertThat(update(Map.of("scopes", List.of("extra"), "accessTokenExpiresAtUpdatedOnScopeUpdate", true,
                "accessTokenExpiresAt", createdAt + 7_000)).getLong("accessTokenExpiresAt")).isEqualTo(createdAt + 7_000);
        assertThat(update(Map.of("scopes", List.of("read"), "accessTokenExpiresAtUpdatedOnScopeUpdate", true))
                .getLong("accessTokenExpiresAt")).as("no attribute").isEqualTo(createdAt + 7_000);
    }

    @Test
    void expiryIsRoundedToSeconds() {
        JsonPath response = update(
                Map.of("accessTokenExpiresAt", createdAt + 1_499, "refreshTokenExpiresAt", createdAt + 1_500));
        assertThat(response.getLong("accessTokenExpiresAt")).isEqualTo(createdAt + 1_000);
        assertThat(response.getLong("refreshTokenExpiresAt")).isEqualTo(createdAt + 2_000);
        assertThat(listed()).containsEntry("accessTokenExpiresAt", createdAt + 1_000)
                .containsEntry("refreshTokenExpiresAt", createdAt + 2_000);
        assertThat(update(Map.of("accessTokenExpiresAt", 1)).getLong("accessTokenExpiresAt"))
                .as("not 0, which is never").isEqualTo(1_000);
        assertThat(update(Map.of("accessTokenExpiresAt", Long.MAX_VALUE)).getLong("accessTokenExpiresAt"))
                .isEqualTo(Long.MAX_VALUE - 807);
    }

    @Test
    void propertiesHaveTheirLimitsToo() {
        String large = "x".repeat(50_000);
        JsonPath refused = emulator.answered("/update", Map.of("accessToken", accessToken, "properties",
                List.of(Map.of("key", "k", "value", large))));
        assertThat(refused.getMap("$")).containsEntry("action", "BAD_REQUEST")
                .containsEntry("resultCode", ResultCode.UPDATE_PROPERTIES_TOO_LARGE.code());
        assertThat(update(Map.of("properties", List.of(Map.of("key", "scope", "value", large),
                Map.of("key", "kept", "value", "v")))).getList("properties.key")).containsExactly("kept");
    }

    @Test
    void newValueReplacesTheOldOne() {
        String newValue = update(Map.of("accessTokenValueUpdated", true)).getString("accessToken");
        assertThat(newValue).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(accessToken);
        assertThat(listed()).containsEntry("accessTokenHash", RunningEmulator.hash(newValue));
        assertThat(emulator.answered("/update", Map.of("accessToken", accessToken)).getString("action"))
                .isEqualTo("NOT_FOUND");
        assertThat(emulator.answered("/update", Map.of("accessToken", newValue)).getString("action")).isEqualTo("OK");
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isEqualTo(1);
    }

    @Test
    void persistentIgnoresTheGivenExpiry() {
        assertThat(update(Map.of("accessTokenPersistent", true, "accessTokenExpiresAt", createdAt + 5_000))
                .getLong("accessTokenExpiresAt")).isZero();
        assertThat(update(Map.of("scopes", List.of("read"), "accessTokenExpiresAtUpdatedOnScopeUpdate", true))
                .getLong("accessTokenExpiresAt")).isZero();
        assertThat(update(Map.of("accessTokenPersistent", false)).getLong("accessTokenExpiresAt")).isZero();
        assertThat(update(Map.of("accessTokenPersistent", false, "accessTokenExpiresAt", createdAt + 5_000))
                .getLong("accessTokenExpiresAt")).isEqualTo(createdAt + 5_000);
    }

    @Test
    void revivesAnExpiredToken() {
        emulator.clock.advance(Duration.ofHours(1));
        assertThat(emulator.listed(Map.of("tokenStatus", "VALID")).getInt("totalCount")).isZero();
        update(Map.of("accessTokenExpiresAt", emulator.clock.millis() + 1_000));
        assertThat(emulator.listed(Map.of("tokenStatus", "VALID")).getInt("totalCount")).isEqualTo(1);
        assertThat(emulator.listed(Map.of("tokenStatus", "INVALID")).getInt("totalCount")).isZero();
    }

    @Test
    void findsTheTokenByWhateverNamesIt() {
        for (Map.Entry<String, String> name : Map.of("accessTokenHash", RunningEmulator.hash(accessToken), "refreshToken",
                refreshToken, "refreshTokenHash", RunningEmulator.hash(refreshToken), "tokenId", tokenId).entrySet()) {
            JsonPath response = emulator.answered("/update", Map.of(name.getKey(), name.getValue()));
            assertThat(response.getString("tokenId")).as(name.getKey()).isEqualTo(tokenId);
            assertThat(response.<Object> get("accessToken")).as("a value that nobody named").isNull();
        }
    }

    @Test
    void firstNameWins() {
        String other = emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "jane"))
                .getString("accessToken");
        Map<String, Object> request = new HashMap<>(Map.of("tokenId", tokenId));
        for (Map.Entry<String, String> earlier : List.of(Map.entry("refreshTokenHash", "no hash"),
                Map.entry("refreshToken", refreshToken), Map.entry("accessTokenHash", RunningEmulator.hash("unknown")),
                Map.entry("accessToken", other))) {
            request.put(earlier.getKey(), earlier.getValue());
            JsonPath response = emulator.answered("/update", request);
            switch (earlier.getKey()) {
                case "refreshToken" -> assertThat(response.getString("tokenId")).isEqualTo(tokenId);
                case "accessToken" -> assertThat(response.getString("tokenId")).isNotNull().isNotEqualTo(tokenId);
                default -> assertThat(response.getString("action")).isEqualTo("NOT_FOUND");
            }
        }
    }

    @Test
    void refusesWithoutAToken() {
        JsonPath response = emulator.answered("/update", Map.of("accessToken", "", "scopes", List.of()));
        assertThat(response.getString("action")).isEqualTo("BAD_REQUEST");
        assertThat(response.getString("resultCode")).isEqualTo("A134201");
    }

    @Test
    void refusesAnUnknownToken() {
        JsonPath response = emulator.answered("/update", Map.of("accessToken", "unknown"));
        assertThat(response.getString("action")).isEqualTo("NOT_FOUND");
        assertThat(response.getString("resultCode")).isEqualTo("A134202");
    }

    @Test
    void malformedRequestChangesNothing() {
        Map<String, Object> before = listed();
        emulator.post("/update", Map.of("accessToken", accessToken, "scopes", List.of(), "forExternalAttachment", "maybe"))
                .then().statusCode(400);
        assertThat(listed()).isEqualTo(before);
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;

/** What a service allows, and how long its scopes let tokens live. */
class ServiceRulesTest {

    @RegisterExtension
    final RunningEmulator withoutRefreshTokens = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN)
                    .grantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT)).build());

    @RegisterExtension
    final RunningEmulator withScopes = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN)
                    .scopeAttributes(Map.of("short", attributes(10, 20), "long", attributes(9_000, 90_000), "access",
                            new ScopeAttributes(Optional.of(Duration.ofSeconds(30)), Optional.empty())))
                    .build());

    private static ScopeAttributes attributes(long accessToken, long refreshToken) {
        return new ScopeAttributes(Optional.of(Duration.ofSeconds(accessToken)), Optional.of(Duration.ofSeconds(refreshToken)));
    }

    private static Map<String, Object> request(String grantType) {
        return new HashMap<>(Map.of("grantType", grantType, "clientId", 1, "subject", "john"));
    }

    @Test
    void aGrantTypeThatIsNotEnabledIsRefused() {
        assertThat(withoutRefreshTokens.answered("/create", request("PASSWORD")).getMap("$"))
                .containsEntry("action", "BAD_REQUEST").containsEntry("resultCode", "A104203");
        withoutRefreshTokens.created(request("IMPLICIT"));
    }

    @Test
    void withoutTheRefreshGrantThereAreNoRefreshTokens() {
        assertThat(withoutRefreshTokens.created(request("AUTHORIZATION_CODE")).getMap("$"))
                .doesNotContainKeys("refreshToken", "refreshTokenScopes");

        Map<String, Object> chosen = request("AUTHORIZATION_CODE");
        chosen.put("refreshToken", "chosen");
        assertThat(withoutRefreshTokens.answered("/create", chosen).getMap("$")).containsEntry("action", "BAD_REQUEST")
                .containsEntry("resultCode", "A108202");
        chosen.put("grantType", "IMPLICIT");
        assertThat(withoutRefreshTokens.answered("/create", chosen).getString("resultCode")).isEqualTo("A108203");
    }

    @Test
    void theShortestScopeDecidesHowLongTokensLive() {
        assertLives(3_600, 86_400, List.of("other"), 0);
        assertLives(9_000, 90_000, List.of("other", "long"), 0);
        assertLives(10, 20, List.of("long", "short", "access"), 0);
        assertLives(30, 90_000, List.of("long", "access"), 0);
        assertLives(77, 77, List.of("short"), 77);
    }

    private void assertLives(long accessToken, long refreshToken, List<String> scopes, long requested) {
        Map<String, Object> request = request("PASSWORD");
        request.putAll(Map.of("scopes", scopes, "accessTokenDuration", requested, "refreshTokenDuration", requested));
        JsonPath created = withScopes.created(request);
        assertThat(created.getLong("expiresIn")).isEqualTo(accessToken);
        JsonPath listed = withScopes.listed(Map.of());
        int last = listed.getInt("totalCount") - 1;
        assertThat(listed.getLong("accessTokens[" + last + "].refreshTokenExpiresAt"))
                .isEqualTo(withScopes.clock.millis() + refreshToken * 1000);
    }

    @Test
    void changedScopesSetTheExpiryByTheirAttributesOnRequest() {
        assertUpdated(10, 20, List.of("short", "long"), true);
        assertUpdated(30, null, List.of("access", "other"), true);
        assertUpdated(null, null, List.of("short"), false);
    }

    @Test
    void changedScopesWithoutAttributesSetNoExpiry() {
        assertUpdated(null, null, List.of("another"), true);
        assertUpdated(null, null, List.of(), true);
    }

    @Test
    void unchangedScopesSetNoExpiry() {
        Map<String, Object> request = request("PASSWORD");
        request.put("scopes", List.of("short", "long"));
        JsonPath created = withScopes.created(request);
        withScopes.clock.advance(Duration.ofSeconds(5));
        assertThat(update(created, List.of("long", "short"), true).getLong("accessTokenExpiresAt"))
                .isEqualTo(created.getLong("expiresAt"));
    }

    /** Seconds from now; null if the expiry stays what it was. */
    private void assertUpdated(Integer accessToken, Integer refreshToken, List<String> scopes, boolean flags) {
        Map<String, Object> request = request("PASSWORD");
        request.put("scopes", List.of("other"));
        JsonPath created = withScopes.created(request);
        long refreshTokenBefore = withScopes.clock.millis() + 86_400_000;
        withScopes.clock.advance(Duration.ofMinutes(1));

        JsonPath updated = update(created, scopes, flags);

        long now = withScopes.clock.millis();
        assertThat(updated.getLong("accessTokenExpiresAt"))
                .isEqualTo(accessToken == null ? created.getLong("expiresAt") : now + accessToken * 1000);
        assertThat(updated.getLong("refreshTokenExpiresAt"))
                .isEqualTo(refreshToken == null ? refreshTokenBefore : now + refreshToken * 1000);
    }

    private JsonPath update(JsonPath created, List<String> scopes, boolean flags) {
        return withScopes.answered("/update", Map.of("accessToken", created.getString("accessToken"), "scopes", scopes,
                "accessTokenExpiresAtUpdatedOnScopeUpdate", flags, "refreshTokenExpiresAtUpdatedOnScopeUpdate", flags));
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.path.json.JsonPath;

class CreateTokenTest {

    private static final long LOCKED_CLIENT = 13;
    private static final long OWN_CLIENT = 9007199254740993L;

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN).clients(Set.of(OWN_CLIENT))
                    .lockedClients(Set.of(LOCKED_CLIENT))
                    .scopes(Set.of("read", "write")).accessTokenDuration(Duration.ofMinutes(10))
                    .refreshTokenDuration(Duration.ofMinutes(20)).build());

    private static Map<String, Object> request(String grantType) {
        return new HashMap<>(Map.of("grantType", grantType, "clientId", OWN_CLIENT, "subject", "john",
                "scopes", List.of("write", "read")));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> request = request("AUTHORIZATION_CODE");
        request.put(name, value);
        return request;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> request = request("AUTHORIZATION_CODE");
        request.remove(name);
        return request;
    }

    private void assertRefused(Map<String, Object> request, String action, ResultCode code) {
        JsonPath response = emulator.answered("/create", request);
        assertThat(response.getString("action")).isEqualTo(action);
        assertThat(response.getString("resultCode")).isEqualTo(code.code());
        assertThat(response.getString("resultMessage")).startsWith("[" + code.code() + "] ")
                .doesNotContain("/auth/token");
        assertThat(response.<Object> get("accessToken")).isNull();
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
    }

    @Test
    void answersWithEverythingAboutTheToken() {
        Map<String, Object> request = request("AUTHORIZATION_CODE");
        request.put("sessionId", "session");
        request.put("forExternalAttachment", true);
        request.put("properties", List.of(Map.of("key", "k", "value", "v", "hidden", true), Map.of("key", "visible")));
        request.put("authorizationDetails", Map.of("elements", List.of(Map.of("type", "payment", "actions", List.of("pay")))));
        request.put("unknown", Map.of("a", 1));
        JsonPath response = emulator.created(request);

        long now = emulator.clock.millis();
        assertThat(response.getString("resultCode")).isEqualTo("A109001");
        assertThat(response.getString("resultMessage")).isEqualTo("[A109001] An access token was created successfully: "
                + "authorization_code, client = " + OWN_CLIENT);
        assertThat(response.getString("accessToken")).matches("[A-Za-z0-9_-]{43}");
        assertThat(response.getString("refreshToken")).matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(response.getString("accessToken"));
        assertThat(response.getString("tokenType")).isEqualTo("Bearer");
        assertThat(response.getLong("expiresIn")).isEqualTo(600);
        assertThat(response.getLong("expiresAt")).isEqualTo(now + 600_000);
        assertThat(response.getString("grantType")).isEqualTo("AUTHORIZATION_CODE");
        assertThat(response.getLong("clientId")).isEqualTo(OWN_CLIENT);
        assertThat(response.getString("clientIdentifier")).isEqualTo(String.valueOf(OWN_CLIENT));
        assertThat(response.getString("subject")).isEqualTo("john");
        assertThat(response.getList("scopes", String.class)).containsExactly("write", "read");
        assertThat(response.getList("refreshTokenScopes", String.class)).containsExactly("write", "read");
        assertThat(response.getList("properties")).containsExactly(Map.of("key", "k", "value", "v", "hidden", true),
                Map.of("key", "visible", "value", "", "hidden", false));
        assertThat(response.getString("authorizationDetails.elements[0].type")).isEqualTo("payment");
        assertThat(response.getList("authorizationDetails.elements[0].actions")).containsExactly("pay");
        assertThat(response.getBoolean("forExternalAttachment")).isTrue();
        assertThat(response.getUUID("tokenId")).isNotNull();
        assertThat(response.getString("sessionId")).isEqualTo("session");

        JsonPath listed = emulator.listed(Map.of());
        assertThat(listed.getLong("accessTokens[0].accessTokenExpiresAt")).isEqualTo(now + 600_000);
        assertThat(listed.getLong("accessTokens[0].refreshTokenExpiresAt")).isEqualTo(now + 1_200_000);
        assertThat(listed.getLong("accessTokens[0].createdAt")).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(strings = { "IMPLICIT", "CLIENT_CREDENTIALS" })
    void hasNoRefreshTokenForSomeGrantTypes(String grantType) {
        JsonPath response = emulator.created(request(grantType));
        assertThat(response.getMap("$")).doesNotContainKeys("refreshToken", "refreshTokenScopes");
        assertThat(emulator.listed(Map.of()).getMap("accessTokens[0]")).doesNotContainKeys("refreshTokenHash",
                "refreshTokenScopes").containsEntry("refreshTokenExpiresAt", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "AUTHORIZATION_CODE", "PASSWORD", "CIBA", "DEVICE_CODE", "TOKEN_EXCHANGE", "JWT_BEARER",
            "PRE_AUTHORIZED_CODE" })
    void hasARefreshTokenForTheOthers(String grantType) {
        assertThat(emulator.created(request(grantType)).getString("refreshToken")).isNotEmpty();
    }

    @Test
    void ignoresTheSubjectOfClientCredentials() {
        Map<String, Object> request = request("CLIENT_CREDENTIALS");
        request.put("subject", "j\u00f6hn");
        assertThat(emulator.created(request).getMap("$")).doesNotContainKey("subject");
        assertThat(emulator.listed(Map.of()).getMap("accessTokens[0]")).doesNotContainKey("subject");
    }

    @Test
    void needsNoSubjectForAJwtBearer() {
        Map<String, Object> request = request("JWT_BEARER");
        request.remove("subject");
        assertThat(emulator.created(request).getMap("$")).doesNotContainKey("subject");
        assertThat(emulator.created(request("JWT_BEARER")).getString("subject")).isEqualTo("john");
    }

    @Test
    void takesDurationsFromTheRequest() {
        Map<String, Object> request = with("accessTokenDuration", 30);
        request.put("refreshTokenDuration", 40);
        JsonPath response = emulator.created(request);
        long now = emulator.clock.millis();
        assertThat(response.getLong("expiresIn")).isEqualTo(30);
        assertThat(response.getLong("expiresAt")).isEqualTo(now + 30_000);
        assertThat(emulator.listed(Map.of()).getLong("accessTokens[0].refreshTokenExpiresAt")).isEqualTo(now + 40_000);
    }

    @Test
    void takesDurationsOfZeroFromTheService() {
        assertThat(emulator.created(with("accessTokenDuration", 0)).getLong("expiresIn")).isEqualTo(600);
    }

    @Test
    void persistentTokenNeverExpires() {
        Map<String, Object> request = with("accessTokenPersistent", true);
        request.put("accessTokenDuration", 30);
        JsonPath response = emulator.created(request);
        assertThat(response.getLong("expiresIn")).isZero();
        assertThat(response.getLong("expiresAt")).isZero();
        emulator.clock.advance(Duration.ofDays(10_000));
        JsonPath listed = emulator.listed(Map.of("tokenStatus", "VALID"));
        assertThat(listed.getInt("totalCount")).isEqualTo(1);
        assertThat(listed.getLong("accessTokens[0].accessTokenExpiresAt")).isZero();
    }

    @Test
    void boundToADpopKeyHasTypeDpop() {
        assertThat(emulator.created(with("dpopKeyThumbprint", "thumbprint")).getString("tokenType")).isEqualTo("DPoP");
    }

    @Test
    void takesTheClientAsIdentifier() {
        Map<String, Object> request = without("clientId");
        request.put("clientIdentifier", String.valueOf(OWN_CLIENT));
        JsonPath response = emulator.created(request);
        assertThat(response.getLong("clientId")).isEqualTo(OWN_CLIENT);
        assertThat(response.getString("clientIdentifier")).isEqualTo(String.valueOf(OWN_CLIENT));
    }

    @Test
    void takesTheClientIdAsText() {
        assertThat(emulator.created(with("clientId", String.valueOf(OWN_CLIENT))).getLong("clientId")).isEqualTo(OWN_CLIENT);
    }

    @Test
    void takesChosenValues() {
        Map<String, Object> request = with("accessToken", "my access token");
        request.put("refreshToken", "my refresh token");
        JsonPath response = emulator.created(request);
        assertThat(response.getString("accessToken")).isEqualTo("my access token");
        assertThat(response.getString("refreshToken")).isEqualTo("my refresh token");
        JsonPath listed = emulator.listed(Map.of());
        assertThat(listed.getString("accessTokens[0].accessTokenHash")).isEqualTo(RunningEmulator.hash("my access token"));
        assertThat(listed.getString("accessTokens[0].refreshTokenHash")).isEqualTo(RunningEmulator.hash("my refresh token"));
    }

    @Test
    void refusesChosenValuesThatExist() {
        Map<String, Object> request = with("accessToken", "a");
        request.put("refreshToken", "r");
        emulator.created(request);
        emulator.clock.advance(Duration.ofDays(1));

        assertThat(emulator.answered("/create", with("accessToken", "a")).getMap("$"))
                .containsEntry("action", "BAD_REQUEST").containsEntry("resultCode", ResultCode.ACCESS_TOKEN_EXISTS.code());
        assertThat(emulator.answered("/create", with("refreshToken", "r")).getMap("$"))
                .containsEntry("action", "BAD_REQUEST").containsEntry("resultCode", ResultCode.REFRESH_TOKEN_EXISTS.code());
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isEqualTo(1);
    }

    @Test
    void refusesGrantTypes() {
        assertRefused(without("grantType"), "BAD_REQUEST", ResultCode.GRANT_TYPE_MISSING);
        assertRefused(request("REFRESH_TOKEN"), "BAD_REQUEST", ResultCode.GRANT_TYPE_REFRESH_TOKEN);
        assertRefused(request("authorization_code"), "BAD_REQUEST", ResultCode.GRANT_TYPE_DISABLED);
    }

    @Test
    void refusesClients() {
        assertRefused(without("clientId"), "BAD_REQUEST", ResultCode.CREATE_CLIENT_UNKNOWN);
        assertRefused(with("clientId", 1), "BAD_REQUEST", ResultCode.CREATE_CLIENT_UNKNOWN);
        assertRefused(with("clientId", -1), "BAD_REQUEST", ResultCode.CREATE_CLIENT_UNKNOWN);
        assertRefused(with("clientId", LOCKED_CLIENT), "FORBIDDEN", ResultCode.CREATE_CLIENT_LOCKED);
        Map<String, Object> alias = without("clientId");
        alias.put("clientIdentifier", "alias");
        assertRefused(alias, "BAD_REQUEST", ResultCode.CREATE_CLIENT_UNKNOWN);
    }

    @Test
    void refusesSubjects() {
        assertRefused(without("subject"), "BAD_REQUEST", ResultCode.SUBJECT_MISSING);
        assertRefused(with("subject", ""), "BAD_REQUEST", ResultCode.SUBJECT_MISSING);
        assertRefused(with("subject", "j\u00f6hn"), "BAD_REQUEST", ResultCode.SUBJECT_NOT_ASCII);
        assertRefused(with("subject", "x".repeat(101)), "BAD_REQUEST", ResultCode.SUBJECT_TOO_LONG);
        emulator.created(with("subject", "x".repeat(100)));
    }

    @Test
    void refusesScopesAndDurations() {
        assertRefused(with("scopes", List.of("read", "admin")), "BAD_REQUEST", ResultCode.SCOPE_UNSUPPORTED);
        assertRefused(with("accessTokenDuration", -1), "BAD_REQUEST", ResultCode.DURATION_INVALID);
        assertRefused(with("refreshTokenDuration", -1), "BAD_REQUEST", ResultCode.DURATION_INVALID);
        assertRefused(with("accessTokenDuration", Long.MAX_VALUE), "BAD_REQUEST", ResultCode.DURATION_INVALID);
    }

    @Test
    void refusesAChosenRefreshTokenWhereThereIsNone() {
        assertRefused(withRefreshToken("IMPLICIT"), "BAD_REQUEST", ResultCode.REFRESH_TOKEN_OF_IMPLICIT);
        assertRefused(withRefreshToken("CLIENT_CREDENTIALS"), "BAD_REQUEST",
                ResultCode.REFRESH_TOKEN_OF_CLIENT_CREDENTIALS);
    }

    private static Map<String, Object> withRefreshToken(String grantType) {
        Map<String, Object> request = request(grantType);
        request.put("refreshToken", "chosen");
        return request;
    }

    @Test
    void refusesAnAuthTimeBeforeTheEpoch() {
        assertRefused(with("authTime", -1), "BAD_REQUEST", ResultCode.AUTH_TIME_NEGATIVE);
        emulator.created(with("authTime", 0));
        Map<String, Object> nobody = request("CLIENT_CREDENTIALS");
        nobody.put("authTime", -1);
        nobody.put("acr", "1");
        emulator.created(nobody);
    }

    @Test
    void refusesMoreThanOneWayToNameTheClient() {
        List<String> flags = List.of("clientIdAliasUsed", "clientEntityIdUsed", "metadataDocumentUsed");
        for (String one : flags) {
            for (String other : flags) {
                Map<String, Object> request = with(one, true);
                request.put(other, !one.equals(other));
                if (!one.equals(other)) {
                    assertRefused(request, "BAD_REQUEST", ResultCode.CLIENT_FLAGS_EXCLUSIVE);
                }
            }
        }
        for (String one : flags) {
            emulator.created(with(one, true));
        }
    }

    @Test
    void checksInTheOrderOfTheCodes() {
        emulator.created(with("accessToken", "taken"));
        Map<String, Object> wrong = new HashMap<>(Map.of("clientId", LOCKED_CLIENT, "scopes", List.of("admin"),
                "accessToken", "taken", "properties", properties("x".repeat(70_000))));
        for (Map.Entry<String, Object> right : List.of(
                Map.<String, Object> entry("A104201", Map.of("grantType", "PASSWORD")),
                Map.<String, Object> entry("A105201", Map.of("subject", "john")),
                Map.<String, Object> entry("A106201", Map.of("scopes", List.of("read"))),
                Map.<String, Object> entry("A107203", Map.of("clientId", OWN_CLIENT)),
                Map.<String, Object> entry("A108201", Map.of("properties", List.of())),
                Map.<String, Object> entry("A144201", Map.of("accessToken", "free")))) {
            assertThat(emulator.answered("/create", wrong).getString("resultCode")).isEqualTo(right.getKey());
            wrong.putAll((Map<String, Object>) right.getValue());
        }
        emulator.created(wrong);
    }

    @Test
    void dropsReservedProperties() {
        List<Map<String, String>> properties = Stream.of("access_token", "token_type", "expires_in", "refresh_token", "scope",
                "error", "error_description", "error_uri", "id_token", "Scope").map(key -> Map.of("key", key, "value", "v"))
                .toList();
        JsonPath created = emulator.created(with("properties", properties));
        assertThat(created.getList("properties.key")).containsExactly("Scope");
        assertThat(emulator.listed(Map.of()).getList("accessTokens[0].properties.key")).containsExactly("Scope");
        assertThat(emulator.created(with("properties", properties.subList(0, 2))).getMap("$")).doesNotContainKey("properties");
    }

    /** In UTF-8, and with what JSON adds. */
    @ParameterizedTest
    @CsvSource({ "x, 49096", "\u00e9, 24548", "\u20ac, 16365", "'\\', 24548" })
    void keepsPropertiesUpToALimit(String character, int count) {
        int rest = 49_135 - "[{'key':'k','value':'','hidden':false}]".length() - count * width(character);
        String largest = character.repeat(count) + "x".repeat(rest);
        assertThat(rest).isNotNegative().isLessThan(3);
        assertThat(emulator.created(with("properties", properties(largest))).getString("properties[0].value"))
                .isEqualTo(largest);
        JsonPath refused = emulator.answered("/create", with("properties", properties(largest + "x")));
        assertThat(refused.getMap("$")).containsEntry("action", "BAD_REQUEST").containsEntry("resultCode", "A108201");
    }

    private static int width(String character) {
        return character.equals("\\") ? 2 : character.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<Map<String, String>> properties(String value) {
        return List.of(Map.of("key", "k", "value", value));
    }
}

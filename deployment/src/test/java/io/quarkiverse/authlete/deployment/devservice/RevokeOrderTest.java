package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

class RevokeOrderTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private JsonPath john;
    private JsonPath jane;

    @BeforeEach
    void createTokens() {
        john = create(1, "john");
        jane = create(1, "jane");
        create(2, "john");
        create(2, "jane");
        create(2, "jane");
    }

    private JsonPath create(long clientId, String subject) {
        return emulator.created(Map.of("grantType", "PASSWORD", "clientId", clientId, "subject", subject));
    }

    private void assertRevoked(Map<String, String> request, int count, String... remaining) {
        JsonPath response = emulator.answered("/revoke", request);
        assertThat(response.getString("resultCode")).isEqualTo("A312001");
        assertThat(response.getString("resultMessage")).isEqualTo("Revoked " + count + " access token(s).");
        assertThat(response.getInt("count")).isEqualTo(count);
        assertThat(response.getMap("$")).doesNotContainKey("action");
        List<Map<String, Object>> tokens = emulator.listed(Map.of("end", 20)).getList("accessTokens");
        assertThat(Stream.ofNullable(tokens).flatMap(List::stream)
                .map(token -> token.get("clientId") + " " + token.get("subject"))).containsExactly(remaining);
    }

    @Test
    void accessTokenComesFirst() {
        assertRevoked(Map.of("accessTokenIdentifier", john.getString("accessToken"), "refreshTokenIdentifier",
                jane.getString("refreshToken"), "clientIdentifier", "2", "subject", "jane"), 1,
                "1 jane", "2 john", "2 jane", "2 jane");
        assertThat(emulator.answered("/update", Map.of("refreshToken", john.getString("refreshToken"))).getString("action"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void refreshTokenComesSecond() {
        assertRevoked(Map.of("accessTokenIdentifier", "", "refreshTokenIdentifier", jane.getString("refreshToken"),
                "clientIdentifier", "2", "subject", "jane"), 1, "1 john", "2 john", "2 jane", "2 jane");
        assertThat(emulator.answered("/update", Map.of("accessToken", jane.getString("accessToken"))).getString("action"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void clientAndSubjectTogetherAreAPair() {
        assertRevoked(Map.of("clientIdentifier", "2", "subject", "jane"), 2, "1 john", "1 jane", "2 john");
    }

    @Test
    void clientAloneMeansAllOfItsTokens() {
        assertRevoked(Map.of("clientIdentifier", "2"), 3, "1 john", "1 jane");
    }

    @Test
    void subjectAloneMeansAllOfItsTokens() {
        assertRevoked(Map.of("subject", "john"), 2, "1 jane", "2 jane", "2 jane");
    }

    @Test
    void identifiersMayBeHashes() {
        assertRevoked(Map.of("accessTokenIdentifier", RunningEmulator.hash(john.getString("accessToken"))), 1,
                "1 jane", "2 john", "2 jane", "2 jane");
        assertRevoked(Map.of("refreshTokenIdentifier", RunningEmulator.hash(jane.getString("refreshToken"))), 1,
                "2 john", "2 jane", "2 jane");
    }

    @Test
    void expiredTokensCount() {
        emulator.clock.advance(Duration.ofDays(2));
        assertRevoked(Map.of("subject", "john"), 2, "1 jane", "2 jane", "2 jane");
    }

    @Test
    void nothingToRevokeIsNoError() {
        String[] all = { "1 john", "1 jane", "2 john", "2 jane", "2 jane" };
        assertRevoked(Map.of("accessTokenIdentifier", "unknown", "subject", "john"), 0, all);
        assertRevoked(Map.of("refreshTokenIdentifier", john.getString("accessToken")), 0, all);
        assertRevoked(Map.of("clientIdentifier", "3", "subject", "john"), 0, all);
        assertRevoked(Map.of("clientIdentifier", "alias", "subject", "john"), 0, all);
        assertRevoked(Map.of("subject", "nobody"), 0, all);
    }

    @Test
    void namingNothingIsABadRequest() {
        for (Map<String, String> request : List.of(Map.<String, String> of(), Map.of("subject", "", "clientIdentifier", ""))) {
            Response response = emulator.post("/revoke", request);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.jsonPath().getString("resultCode")).isEqualTo(ResultCode.REVOKE_TARGET_MISSING.code());
        }
        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isEqualTo(5);
    }
}

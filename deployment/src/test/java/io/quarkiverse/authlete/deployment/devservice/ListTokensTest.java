package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

class ListTokensTest {

    private static final long LOCKED_CLIENT = 99;

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN)
                    .clients(Set.of(1L, 2L, RunningEmulator.CLIENT)).build());

    @RegisterExtension
    final RunningEmulator larger = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN).maxPageSize(100)
                    .lockedClients(Set.of(LOCKED_CLIENT)).build());

    private JsonPath create(long clientId, String subject, long duration) {
        return emulator.created(Map.of("grantType", "PASSWORD", "clientId", clientId, "subject", subject,
                "accessTokenDuration", duration));
    }

    private static List<String> subjects(JsonPath list) {
        return list.get("accessTokens") == null ? List.of() : list.getList("accessTokens.subject");
    }

    @Test
    void emptyServiceHasAnEmptyList() {
        assertThat(emulator.listed(Map.of()).getMap("$")).containsEntry("start", 0).containsEntry("end", 5)
                .containsEntry("totalCount", 0).hasSize(3);
    }

    @Test
    void showsHashesAndNeverValues() {
        JsonPath created = emulator.created("john");
        Response response = emulator.list(Map.of());
        assertThat(response.jsonPath().getMap("accessTokens[0]")).containsOnlyKeys("accessTokenHash", "accessTokenExpiresAt",
                "refreshTokenHash", "refreshTokenExpiresAt", "createdAt", "lastRefreshedAt", "clientId", "subject",
                "grantType", "scopes", "refreshTokenScopes")
                .containsEntry("accessTokenHash", RunningEmulator.hash(created.getString("accessToken")))
                .containsEntry("refreshTokenHash", RunningEmulator.hash(created.getString("refreshToken")))
                .containsEntry("clientId", RunningEmulator.CLIENT).containsEntry("lastRefreshedAt", 0)
                .containsEntry("grantType", "AUTHORIZATION_CODE")
                .containsEntry("scopes", List.of("history.read", "timeline.read"));
        assertThat(response.asString()).doesNotContain(created.getString("accessToken"))
                .doesNotContain(created.getString("refreshToken"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "-,-,0,5", "0,3,0,3", "2,-,2,5", "2,4,2,4", "5,12,5,7", "0,20,0,7",
            "2147483627,2147483647,7,7" })
    void pagesInOrderOfCreation(Integer start, Integer end, int firstIndex, int lastIndex) {
        IntStream.range(0, 7).forEach(i -> create(1, "user" + i, 60));
        Map<String, Integer> query = new HashMap<>();
        query.computeIfAbsent("start", key -> start);
        query.computeIfAbsent("end", key -> end);
        JsonPath list = emulator.listed(query);
        assertThat(list.getInt("start")).isEqualTo(start == null ? 0 : start);
        assertThat(list.getInt("end")).isEqualTo(end == null ? 5 : end);
        assertThat(list.getInt("totalCount")).isEqualTo(7);
        if (firstIndex < lastIndex) {
            assertThat(subjects(list)).isEqualTo(IntStream.range(firstIndex, lastIndex).mapToObj(i -> "user" + i).toList());
        } else {
            assertThat(list.getMap("$")).doesNotContainKey("accessTokens");
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "0,0", "3,3", "5,3", "7,-", "2147483647,0" })
    void aRangeOfNothingCounts(Integer start, Integer end) {
        create(1, "john", 60);
        create(2, "jane", 60);
        Map<String, Object> query = new HashMap<>(Map.of("start", start, "clientIdentifier", 1));
        query.computeIfAbsent("end", key -> end);
        assertThat(emulator.listed(query).getMap("$")).containsEntry("totalCount", 1).doesNotContainKey("accessTokens")
                .containsEntry("start", start).containsEntry("end", end == null ? 5 : end);
    }

    @Test
    void aPageHasATwentiethTokenAndNoMore() {
        IntStream.range(0, 21).forEach(i -> create(1, "user" + i, 60));
        assertThat(subjects(emulator.listed(Map.of("start", 1, "end", 21)))).hasSize(20).endsWith("user20");
        for (int end : new int[] { 21, Integer.MAX_VALUE }) {
            Response response = emulator.list(Map.of("start", 0, "end", end));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.jsonPath().getString("resultCode")).isEqualTo("A159205");
            assertThat(response.jsonPath().getString("resultMessage")).startsWith("[A159205] ").contains(" 20 ");
        }
    }

    @Test
    void theLargestPageIsASetting() {
        IntStream.range(0, 3).forEach(i -> larger.created("user" + i));
        larger.list(Map.of("end", 101)).then().statusCode(400).body("resultCode", equalTo("A159205"))
                .body("resultMessage", containsString(" 100 "));
        assertThat(subjects(larger.listed(Map.of("end", 100)))).hasSize(3);
    }

    @Test
    void deletedTokensLeaveNoGap() {
        List<String> values = IntStream.range(0, 5).mapToObj(i -> create(1, "user" + i, 60).getString("accessToken")).toList();
        emulator.answered("/revoke", Map.of("accessTokenIdentifier", values.get(1)));
        assertThat(subjects(emulator.listed(Map.of("start", 1, "end", 3)))).containsExactly("user2", "user3");
    }

    @Test
    void filtersByClientAndSubject() {
        create(1, "john", 60);
        create(2, "john", 60);
        create(2, "jane", 60);
        create(2, "john", 60);

        JsonPath byClient = emulator.listed(Map.of("clientIdentifier", "2"));
        assertThat(byClient.getInt("totalCount")).isEqualTo(3);
        assertThat(subjects(byClient)).containsExactly("john", "jane", "john");
        assertThat(byClient.getMap("$")).doesNotContainKey("subject");

        JsonPath bySubject = emulator.listed(Map.of("subject", "john"));
        assertThat(bySubject.getInt("totalCount")).isEqualTo(3);
        assertThat(bySubject.getString("subject")).isEqualTo("john");
        assertThat(bySubject.getList("accessTokens.clientId")).containsExactly(1, 2, 2);
        assertThat(bySubject.getMap("$")).doesNotContainKey("client");

        JsonPath byBoth = emulator.listed(Map.of("clientIdentifier", "2", "subject", "john", "start", 1, "end", 2));
        assertThat(byBoth.getInt("totalCount")).isEqualTo(2);
        assertThat(byBoth.getList("accessTokens")).hasSize(1);

        assertThat(emulator.listed(Map.of("subject", "nobody")).getInt("totalCount")).isZero();
        assertThat(emulator.listed(Map.of("subject", "", "clientIdentifier", "")).getInt("totalCount")).isEqualTo(4);
    }

    @Test
    void showsALimitedViewOfTheClient() {
        String clientId = String.valueOf(RunningEmulator.CLIENT);
        assertThat(emulator.listed(Map.of("clientIdentifier", clientId)).getMap("client")).isEqualTo(
                Map.of("number", 961664, "clientName", "Client " + clientId, "clientId", RunningEmulator.CLIENT,
                        "clientIdAliasEnabled", false, "clientType", "CONFIDENTIAL"));
    }

    @Test
    void filtersByStatus() {
        create(1, "short", 10);
        create(1, "long", 20);
        create(2, "short2", 10);
        emulator.created(Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "forever", "accessTokenPersistent", true));
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "VALID")))).hasSize(4);
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "INVALID")))).isEmpty();

        emulator.clock.advance(Duration.ofMillis(9_999));
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "INVALID")))).isEmpty();
        emulator.clock.advance(Duration.ofMillis(1));
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "INVALID")))).containsExactly("short", "short2");
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "VALID")))).containsExactly("long", "forever");
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "ALL")))).hasSize(4);
        assertThat(subjects(emulator.listed(Map.of()))).hasSize(4);
        JsonPath combined = emulator.listed(Map.of("tokenStatus", "INVALID", "clientIdentifier", "1"));
        assertThat(subjects(combined)).containsExactly("short");
        assertThat(combined.getInt("totalCount")).isEqualTo(1);

        emulator.clock.advance(Duration.ofDays(1));
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "VALID")))).containsExactly("forever");
        emulator.answered("/revoke", Map.of("subject", "short"));
        assertThat(subjects(emulator.listed(Map.of("tokenStatus", "INVALID")))).containsExactly("long", "short2");
    }

    @Test
    void timesHaveWholeSecondsRounded() {
        emulator.clock.advance(Duration.ofMillis(1_499));
        long before = emulator.clock.millis();
        assertThat(create(1, "down", 60).getLong("expiresAt")).as("exact").isEqualTo(before + 60_000);
        emulator.clock.advance(Duration.ofMillis(1));
        long after = emulator.clock.millis();
        assertThat(create(1, "up", 60).getLong("expiresAt")).as("exact").isEqualTo(after + 60_000);

        JsonPath list = emulator.listed(Map.of());
        assertThat(list.getList("accessTokens.createdAt")).containsExactly(before - 499, after + 500);
        assertThat(list.getList("accessTokens.accessTokenExpiresAt")).containsExactly(before - 499 + 60_000,
                after + 500 + 60_000);
        assertThat(list.getList("accessTokens.refreshTokenExpiresAt")).containsExactly(before - 499 + 86_400_000,
                after + 500 + 86_400_000);
    }

    @ParameterizedTest
    @CsvSource({ "start,x,A159201", "start,1.5,A159201", "start,+1,A159201", "start,\u0661,A159201", "end,+1,A159203",
            "end,\u0661,A159203",
            "clientIdentifier,+1,A001218", "clientIdentifier,\u0661,A001218", "start,-1,A159202", "end,2147483648,A159203",
            "end,x,A159203",
            "end,-1,A159204", "tokenStatus,EXPIRED,A159280", "clientIdentifier,alias,A001218", "clientIdentifier,99,A001212",
            "clientIdentifier,0,A001216", "clientIdentifier,-1,A001216" })
    void refusesWhatItCannotRead(String name, String value, String code) {
        Response response = emulator.list(Map.of(name, value));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(code);
        assertThat(response.jsonPath().getString("resultMessage"))
                .startsWith(code.startsWith("A001") ? "[" + code + "] /auth/token/get/list, " : "[" + code + "] ");
    }

    @Test
    void refusesALockedClient() {
        larger.list(Map.of("clientIdentifier", LOCKED_CLIENT)).then().statusCode(403).body("resultCode", equalTo("A001215"));
    }
}

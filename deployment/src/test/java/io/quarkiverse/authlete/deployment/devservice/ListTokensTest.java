package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static final long FOREIGN_CLIENT = 99;

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(new ServiceSettings(RunningEmulator.SERVICE_ID,
            RunningEmulator.API_TOKEN, Set.of(1L, 2L, RunningEmulator.CLIENT), Set.of(),
            Duration.ofHours(1), Duration.ofHours(24)));

    private JsonPath create(long clientId, String subject, long duration) {
        return emulator.created(Map.of("grantType", "PASSWORD", "clientId", clientId, "subject", subject,
                "accessTokenDuration", duration));
    }

    private static List<String> subjects(JsonPath list) {
        return list.getList("accessTokens.subject");
    }

    @Test
    void emptyServiceHasAnEmptyList() {
        assertThat(emulator.listed(Map.of()).getMap("$"))
                .isEqualTo(Map.of("start", 0, "end", 0, "totalCount", 0, "accessTokens", List.of()));
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
    @CsvSource(nullValues = "-", value = { "-,-,0,5", "0,3,0,3", "2,-,2,5", "2,4,2,4", "5,12,5,7", "7,9,7,7", "20,30,20,20",
            "3,3,3,3", "0,2147483647,0,7" })
    void pagesInOrderOfCreation(Integer start, Integer end, int firstIndex, int lastIndex) {
        IntStream.range(0, 7).forEach(i -> create(1, "user" + i, 60));
        Map<String, Integer> query = new HashMap<>();
        query.computeIfAbsent("start", key -> start);
        query.computeIfAbsent("end", key -> end);
        JsonPath list = emulator.listed(query);
        assertThat(list.getInt("start")).isEqualTo(firstIndex);
        assertThat(list.getInt("end")).isEqualTo(lastIndex);
        assertThat(list.getInt("totalCount")).isEqualTo(7);
        assertThat(subjects(list)).isEqualTo(IntStream.range(firstIndex, lastIndex).mapToObj(i -> "user" + i).toList());
    }

    @Test
    void pagesMayBeLarge() throws Exception {
        // Not by REST Assured, which takes a connection for each request.
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 1_000; i++) {
            String body = "{\"grantType\":\"PASSWORD\",\"clientId\":1,\"subject\":\"user" + i + "\"}";
            client.send(HttpRequest.newBuilder(URI.create(emulator.url("/create"))).header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + RunningEmulator.API_TOKEN).POST(BodyPublishers.ofString(body)).build(),
                    BodyHandlers.discarding());
        }
        JsonPath list = emulator.listed(Map.of("end", 10_000));
        assertThat(list.getInt("end")).isEqualTo(1_000);
        assertThat(subjects(list)).hasSize(1_000).endsWith("user999");
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
                        "clientIdAlias", clientId, "clientIdAliasEnabled", true, "clientType", "CONFIDENTIAL"));
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

    @ParameterizedTest
    @CsvSource({ "start,-1", "start,6", "start,x", "start,1.5", "end,-1", "end,2147483648", "tokenStatus,EXPIRED",
            "clientIdentifier,alias" })
    void refusesWhatItCannotRead(String name, String value) {
        Response response = emulator.list(Map.of(name, value));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("resultCode")).matches("A0012\\d\\d");
    }

    @Test
    void refusesAClientOfAnotherService() {
        Response response = emulator.list(Map.of("clientIdentifier", FOREIGN_CLIENT));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(ResultCode.LIST_CLIENT_FORBIDDEN.code());
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import static io.quarkiverse.authlete.emulator.RecordedRequest.MASK;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A batch is taken at once and carried out later, all of it or nothing. */
class CreateBatchTest {

    private static final Duration TIME = Duration.ofMillis(Batch.DURATION);
    private static final String OTHER_SERVICE = "2";

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            ServiceSettings.builder(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN).clients(Set.of(1L))
                    .scopes(Set.of("read")).accessTokenDuration(Duration.ofMinutes(10))
                    .refreshTokenDuration(Duration.ofMinutes(20)).build(),
            ServiceSettings.of(OTHER_SERVICE, RunningEmulator.API_TOKEN));

    @Test
    void itsTokensAreThereAsSoonAsItHasSucceeded() {
        long start = emulator.clock.millis();
        String requestId = taken("/create/batch", List.of(request("john", "at-1"), request("jane", "at-2")));

        assertThat(status(requestId)).containsOnly(Map.entry("batchKind", "CREATE"), Map.entry("requestId", requestId),
                Map.entry("tokenCount", 0), Map.entry("createdAt", start), Map.entry("modifiedAt", start));
        assertThat(requestId).matches("[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43}");
        assertThat(tokenCount()).isZero();
        emulator.clock.advance(TIME.minusMillis(1));
        assertThat(status(requestId)).doesNotContainKey("result");

        emulator.clock.advance(Duration.ofMillis(1));

        assertThat(emulator.listed(Map.of()).getList("accessTokens.accessTokenHash")).containsExactly(
                RunningEmulator.hash("at-1"), RunningEmulator.hash("at-2"));
        assertThat(emulator.listed(Map.of("subject", "jane")).getLong("accessTokens[0].createdAt"))
                .isEqualTo(start);
        assertThat(emulator.listed(Map.of()).getLong("accessTokens[0].accessTokenExpiresAt"))
                .isEqualTo(start + Duration.ofMinutes(10).toMillis());
        assertThat(status(requestId)).containsEntry("result", "SUCCEEDED").containsEntry("tokenCount", 2)
                .containsEntry("modifiedAt", start).doesNotContainKeys("errorCode", "errorDescription");
    }

    @Test
    void aDryRunCreatesNothing() {
        String good = taken("/create/batch?dryRun=true", List.of(request("john", "at-1")));
        String bad = taken("/create/batch?dryRun=true", List.of(request("john", "at-2"), request("john", "at-2")));
        emulator.clock.advance(TIME);

        assertThat(status(good)).containsEntry("result", "SUCCEEDED").containsEntry("tokenCount", 1);
        assertThat(status(bad)).containsEntry("result", "FAILED").containsEntry("tokenCount", 1);
        assertThat(tokenCount()).isZero();
        assertThat(emulator.created(request("john", "at-1")).getString("accessToken")).isEqualTo("at-1");
    }

    @Test
    void oneWrongRequestFailsAllOfThem() {
        emulator.created(request("john", "there-already"));
        assertFailed(ResultCode.ACCESS_TOKEN_EXISTS, request("john", "there-already"));
        assertFailed(ResultCode.ACCESS_TOKEN_EXISTS, request("jane", "at-1"));
        assertFailed(ResultCode.REFRESH_TOKEN_EXISTS, with(with(request("x", "at-3"), "refreshToken", "rt-1"), "clientId", 1));
        assertFailed(ResultCode.SCOPE_UNSUPPORTED, with(request("x", "at-3"), "scopes", List.of("write")));
        assertFailed(ResultCode.CREATE_CLIENT_UNKNOWN, with(request("x", "at-3"), "clientId", 2));
        assertFailed(ResultCode.SUBJECT_MISSING, with(request("x", "at-3"), "subject", null));
        assertFailed(ResultCode.GRANT_TYPE_MISSING, Map.of());
        assertFailed(ResultCode.FRAMEWORK, with(request("x", "at-3"), "clientId", "many"));
        assertFailed(ResultCode.BATCH_TOKEN_MISSING, with(request("x", "at-3"), "accessToken", null));
        assertFailed(ResultCode.BATCH_TOKEN_MISSING, with(request("x", "at-3"), "refreshToken", null));
        assertFailed(ResultCode.DURATION_INVALID, with(request("x", "at-3"), "accessTokenDuration", Long.MAX_VALUE));

        taken("/create/batch", List.of(with(request("john", "at-1"), "refreshToken", "rt-1")));
        emulator.clock.advance(TIME);
        assertThat(tokenCount()).as("the values of the failed batches are free").isEqualTo(2);
    }

    private void assertFailed(ResultCode code, Map<String, Object> last) {
        long before = tokenCount();
        String requestId = taken("/create/batch",
                List.of(with(request("john", "at-1"), "refreshToken", "rt-1"), request("jane", "at-2"), last));
        emulator.clock.advance(TIME);

        assertThat(status(requestId)).containsEntry("result", "FAILED").containsEntry("tokenCount", 2)
                .containsEntry("errorCode", code.code());
        assertThat((String) status(requestId).get("errorDescription")).startsWith("The request at index 2: ");
        assertThat(tokenCount()).isEqualTo(before);
    }

    @Test
    void withoutRefreshTokensNoneIsNeeded() {
        Map<String, Object> request = with(request("john", "at-1"), "grantType", "IMPLICIT");
        String requestId = taken("/create/batch", List.of(with(request, "refreshToken", null)));
        emulator.clock.advance(TIME);
        assertThat(status(requestId)).containsEntry("result", "SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "1,1", "2,2", "9,2" })
    void oneThatFailsHalfWayLeavesAPart(int after, int created) {
        AuthleteEmulator handle = AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(),
                "quarkus.authlete.service-id", RunningEmulator.SERVICE_ID));
        handle.inject(Fault.batchFailsAfter(after));
        emulator.created(request("other", "no-batch"));
        String requestId = taken("/create/batch", List.of(request("john", "at-1"), request("jane", "at-2")));
        assertThat(handle.faults()).isEmpty();
        assertThat(handle.requests(TokenOperation.CREATE_BATCH).get(0).fault().tokens()).isEqualTo(after);
        emulator.clock.advance(TIME);

        assertThat(status(requestId)).containsEntry("result", "FAILED").containsEntry("tokenCount", created)
                .containsEntry("errorCode", ResultCode.FAULT_ON_DEMAND.code());
        assertThat(tokenCount()).isEqualTo(1 + created);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[", "null", "\"text\"", "[] []", "[1]", "[null]", "[[]]" })
    void aBodyThatIsNoArrayOfObjectsIsRefused(String body) {
        assertRefused(emulator.post("/create/batch", body), 400, ResultCode.FRAMEWORK);
    }

    @Test
    void whatCannotBeABatchIsRefused() {
        assertRefused(emulator.post("/create/batch", "[]"), 400, ResultCode.BATCH_EMPTY);
        assertRefused(emulator.post("/create/batch?dryRun=maybe", List.of(request("john", "at"))), 400,
                ResultCode.DRY_RUN_INVALID);
        assertRefused(emulator.request().contentType("application/x-www-form-urlencoded").formParam("grantType", "IMPLICIT")
                .post(emulator.url("/create/batch")), 415, ResultCode.FRAMEWORK);
        assertRefused(
                emulator.post("/create/batch", "[{\"acr\":\"" + "x".repeat(EmulatorConfig.DEFAULT_MAX_BODY_SIZE) + "\"}]"),
                413, ResultCode.FRAMEWORK);
        assertRefused(RestAssured.given().contentType("application/json").body("[]").post(emulator.url("/create/batch")), 401,
                ResultCode.AUTHORIZATION_MISSING);
        assertRefused(emulator.request().get(emulator.url("/create/batch")), 405, ResultCode.FRAMEWORK);
    }

    @Test
    void anUnknownBatchIsNotFound() {
        String requestId = taken("/create/batch", List.of(request("john", "at")));

        assertRefused(emulator.request().get(emulator.url("/create/batch/status/x%2Fy")), 404, ResultCode.BATCH_UNKNOWN);
        assertRefused(emulator.request().get(emulator.url("/create/batch/status/")), 404, ResultCode.BATCH_UNKNOWN);
        assertRefused(emulator.request().get(emulator.url("/create/batch/status/" + requestId)
                .replace(RunningEmulator.SERVICE_ID, OTHER_SERVICE)), 404, ResultCode.BATCH_UNKNOWN);
        assertRefused(RestAssured.get(emulator.url("/create/batch/status/" + requestId)), 401,
                ResultCode.AUTHORIZATION_MISSING);

        RestAssured.given().contentType("application/json").post(emulator.url() + "/emulator/reset").then().statusCode(204);
        assertRefused(emulator.request().get(emulator.url("/create/batch/status/" + requestId)), 404,
                ResultCode.BATCH_UNKNOWN);
        emulator.clock.advance(TIME);
        assertThat(tokenCount()).isZero();
    }

    @Test
    void onlyTheLatestFinishedBatchesAreRemembered() {
        String first = taken("/create/batch?dryRun=true", List.of(request("john", "at")));
        emulator.clock.advance(TIME);
        IntStream.range(0, BatchQueue.MAX_FINISHED - 1)
                .forEach(i -> taken("/create/batch?dryRun=true", List.of(request("john", "at"))));
        assertThat(status(first)).containsEntry("result", "SUCCEEDED");

        String last = taken("/create/batch?dryRun=true", List.of(request("john", "at")));

        assertRefused(emulator.request().get(emulator.url("/create/batch/status/" + first)), 404, ResultCode.BATCH_UNKNOWN);
        assertThat(status(last)).doesNotContainKey("result");
    }

    @Test
    void requestsAreRecordedWithoutTheirSecrets() {
        String requestId = taken("/create/batch?dryRun=true",
                List.of(request("john", "the-secret"), Map.of("other", "the-secret")));
        status(requestId);

        AuthleteEmulator handle = AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(),
                "quarkus.authlete.service-id", RunningEmulator.SERVICE_ID));
        RecordedRequest create = handle.requests(TokenOperation.CREATE_BATCH).get(0);
        assertThat(create.query()).containsOnly(Map.entry("dryRun", List.of("true")));
        assertThat(create.body()).containsOnly(Map.entry("requests", List.of(
                Map.of("grantType", "AUTHORIZATION_CODE", "clientId", 1, "subject", "john", "accessToken", MASK,
                        "refreshToken", MASK),
                Map.of("other", MASK))));
        assertThat(handle.requests(TokenOperation.BATCH_STATUS)).singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(200));
    }

    private static Map<String, Object> request(String subject, String accessToken) {
        return new HashMap<>(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", 1, "subject", subject, "accessToken",
                accessToken, "refreshToken", "refresh-" + accessToken));
    }

    private static Map<String, Object> with(Map<String, Object> request, String name, Object value) {
        request.put(name, value);
        return request;
    }

    private String taken(String path, Object body) {
        JsonPath answer = emulator.answered(path, body);
        assertThat(answer.getString("resultCode")).isEqualTo(ResultCode.BATCH_ACCEPTED.code());
        assertThat(answer.getString("requestId")).isNotBlank();
        return answer.getString("requestId");
    }

    private Map<String, Object> status(String requestId) {
        return emulator.request().get(emulator.url("/create/batch/status/" + requestId)).then().statusCode(200).extract()
                .jsonPath().getMap("status");
    }

    private long tokenCount() {
        return emulator.listed(Map.of()).getLong("totalCount");
    }

    private static void assertRefused(Response response, int status, ResultCode code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(code.code());
        assertThat(response.jsonPath().getString("resultMessage")).doesNotContain("x%2Fy", "x/y");
    }
}

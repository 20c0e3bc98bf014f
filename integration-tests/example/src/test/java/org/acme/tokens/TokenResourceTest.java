package org.acme.tokens;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class TokenResourceTest {

    private static final long CLIENT = 26888344961664L;

    @Test
    void aCreatedTokenIsListedByItsHash() {
        String token = create("anna", "history.read", "timeline.read");

        list("anna")
                .body("totalCount", equalTo(1))
                .body("accessTokens[0].clientId", equalTo(CLIENT))
                .body("accessTokens[0].grantType", equalTo("AUTHORIZATION_CODE"))
                .body("accessTokens[0].scopes", containsInAnyOrder("history.read", "timeline.read"))
                .body("accessTokens[0].accessTokenHash", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body(not(containsString(token)));
    }

    @Test
    void theListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            create("paul", "history.read");
        }

        when().get("/tokens?subject=paul&client={client}&status=VALID&start=3&end=10", CLIENT).then().statusCode(200)
                .body("totalCount", equalTo(5))
                .body("accessTokens", hasSize(2))
                .body("client.clientId", equalTo(CLIENT));
        when().get("/tokens?subject=paul&status=INVALID").then().statusCode(200).body("totalCount", equalTo(0));
    }

    @Test
    void scopesAndExpiryAreUpdatedByHash() {
        create("mary", "history.read", "timeline.read");
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        given().contentType(ContentType.JSON).body(Map.of("scopes", List.of("history.read"), "expiresAt", tomorrow.toString()))
                .when().patch("/tokens/{hash}", hash("mary")).then().statusCode(200)
                .body("scopes", equalTo(List.of("history.read")));

        list("mary").body("accessTokens[0].accessTokenExpiresAt", equalTo(tomorrow.toEpochMilli()));
    }

    @Test
    void aDeletedTokenIsGone() {
        create("john", "history.read");

        when().delete("/tokens/{hash}", hash("john")).then().statusCode(204);

        list("john").body("totalCount", equalTo(0));
    }

    @Test
    void oneTokenIsRevokedByItsValue() {
        String token = create("lisa", "history.read");
        create("lisa", "history.read");

        given().contentType(ContentType.JSON).body(Map.of("token", token))
                .when().post("/tokens/revocations").then().statusCode(200).body("count", equalTo(1));

        list("lisa").body("totalCount", equalTo(1));
    }

    @Test
    void allTokensOfASubjectAreRevoked() {
        create("kate", "history.read");
        create("kate", "timeline.read");

        given().contentType(ContentType.JSON).body(Map.of("subject", "kate"))
                .when().post("/tokens/revocations").then().statusCode(200).body("count", equalTo(2));

        list("kate").body("totalCount", equalTo(0));
    }

    @Test
    void aRequestThatCannotBeSentIsTheCallersMistake() {
        given().contentType(ContentType.JSON).body(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT))
                .when().post("/tokens").then().statusCode(400).body("error", containsString("subject"));
    }

    @Test
    void aMissingGrantTypeIsTheCallersMistake() {
        given().contentType(ContentType.JSON).body(Map.of("clientId", CLIENT))
                .when().post("/tokens").then().statusCode(400).body("error", containsString("grantType"));
    }

    @Test
    void aMissingClientIsTheCallersMistake() {
        given().contentType(ContentType.JSON).body(Map.of("grantType", "CLIENT_CREDENTIALS"))
                .when().post("/tokens").then().statusCode(400).body("error", containsString("clientId is missing"));
    }

    @ParameterizedTest
    @CsvSource({ "POST,/tokens", "PATCH,/tokens/x", "POST,/tokens/revocations" })
    void aMissingBodyIsTheCallersMistake(String method, String path) {
        given().contentType(ContentType.JSON).when().request(method, path).then().statusCode(400)
                .body("error", containsString("body"));
    }

    @Test
    void aRequestThatAuthleteRefusesIsTheCallersMistake() {
        given().contentType(ContentType.JSON).body(Map.of("grantType", "REFRESH_TOKEN", "clientId", CLIENT, "subject", "x"))
                .when().post("/tokens").then().statusCode(400);
        when().get("/tokens?client=no-such-client").then().statusCode(400).body("error", containsString("A001218"));
    }

    @Test
    void anUnknownTokenIsNotFound() {
        when().delete("/tokens/{hash}", "no-such-token").then().statusCode(404);
        given().contentType(ContentType.JSON).body(Map.of("scopes", List.of("history.read")))
                .when().patch("/tokens/{hash}", "no-such-token").then().statusCode(404)
                .body("error", containsString("A134202"));
    }

    private static String create(String subject, String... scopes) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT, "subject", subject, "scopes", scopes))
                .when().post("/tokens").then().statusCode(201)
                .body("tokenType", equalTo("Bearer"))
                .extract().path("accessToken");
    }

    private static ValidatableResponse list(String subject) {
        return when().get("/tokens?subject={subject}", subject).then().statusCode(200);
    }

    private static String hash(String subject) {
        return list(subject).extract().path("accessTokens[0].accessTokenHash");
    }
}

package io.quarkiverse.authlete.it;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/**
 * What an application relies on when it is packaged: injection, JSON, errors, the REST client with its annotations. Most of
 * it works by what the build has registered, and would be missed in a native executable only.
 */
@QuarkusTest
@QuarkusTestResource(AuthleteStub.class)
class FeaturesTest {

    /** Each record of the model that is sent or read, with all of its members. */
    private static final String CREATE = """
            {"grantType":"AUTHORIZATION_CODE","clientId":26888344961664,"clientIdentifier":"alias","subject":"john",
             "scopes":["a","b"],"accessTokenDuration":3600,"refreshTokenDuration":86400,
             "properties":[{"key":"k","value":"v","hidden":true}],"clientIdAliasUsed":true,"clientEntityIdUsed":false,
             "metadataDocumentUsed":false,"accessToken":"at","refreshToken":"rt","accessTokenPersistent":false,
             "certificateThumbprint":"ct","dpopKeyThumbprint":"dt","authorizationDetails":{"elements":[{"type":"payment",
             "locations":["l"],"actions":["pay"],"dataTypes":["d"],"identifier":"i","privileges":["p"],
             "otherFields":"{}"}]},"resources":["https://example.com/r"],"forExternalAttachment":true,
             "jwtAtClaims":"{}","acr":"urn:acr","authTime":1642044549,"sessionId":"sid"}""";
    private static final String CREATED = """
            {"resultCode":"A109001","resultMessage":"done","action":"OK","accessToken":"at","refreshToken":"rt",
             "tokenType":"DPoP","expiresIn":7200,"expiresAt":1742048148973,"grantType":"TOKEN_EXCHANGE",
             "clientId":26888344961664,"clientIdentifier":"shop","subject":"john","scopes":["read"],
             "refreshTokenScopes":["read"],"properties":[{"key":"k","value":"v","hidden":false}],"jwtAccessToken":"a.b.c",
             "authorizationDetails":{"elements":[{"type":"payment","locations":["l"],"actions":[],"dataTypes":["d"],
             "identifier":"i","privileges":["p"],"otherFields":"{}"}]},
             "forExternalAttachment":true,"tokenId":"id","sessionId":"sid"}""";
    private static final String BATCH = """
            {"batchKind":"CREATE","requestId":"b1","result":"SUCCEEDED","tokenCount":2,"errorCode":"E1",
             "errorDescription":"none","createdAt":1742048148973,"modifiedAt":1742048148974}""";
    private static final String UPDATE = """
            {"accessToken":"at","accessTokenHash":"ah","refreshToken":"rt","refreshTokenHash":"rh","tokenId":"id",
             "accessTokenExpiresAt":1742048148973,"refreshTokenExpiresAt":1742048148974,"scopes":["a"],
             "properties":[{"key":"k","value":"v","hidden":false}],"accessTokenExpiresAtUpdatedOnScopeUpdate":true,
             "refreshTokenExpiresAtUpdatedOnScopeUpdate":true,"accessTokenValueUpdated":false,
             "accessTokenPersistent":false,"certificateThumbprint":"ct","dpopKeyThumbprint":"dt",
             "authorizationDetails":{"elements":[{"type":"payment"}]},"forExternalAttachment":true}""";
    private static final String PAGE = """
            {"start":0,"end":1,"totalCount":1,"subject":"john","client":{"number":1,"clientName":"shop",
             "clientNames":[{"tag":"fr","value":"magasin"}],"description":"d","descriptions":[{"tag":"fr","value":"d"}],
             "clientId":26888344961664,"clientIdAlias":"shop","clientIdAliasEnabled":true,"clientType":"PUBLIC"},
             "accessTokens":[{"accessTokenHash":"ah","accessTokenExpiresAt":1742048148973,"refreshTokenHash":"rh",
             "refreshTokenExpiresAt":1742048148974,"createdAt":1742048148972,"lastRefreshedAt":0,
             "clientId":26888344961664,"subject":"john","grantType":"CIBA","scopes":["a"],
             "properties":[{"key":"k","value":"v","hidden":false}],"refreshTokenScopes":["a"]}]}""";
    private static final String ERROR = "{\"resultCode\":\"A001202\",\"resultMessage\":\"authorization failed\"}";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void createIsSentAndReadWithAllItsMembers() throws Exception {
        AuthleteStub.answer(200, CREATED);

        String created = post("/operations/create", CREATE).statusCode(200).extract().asString();

        LoggedRequest request = onlyRequest();
        assertThat(request.getUrl()).isEqualTo("/api/21653835348762/auth/token/create");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer stub-api-token");
        assertSameJson(request.getBodyAsString(), CREATE);
        assertSameJson(created, CREATED);
    }

    @Test
    void aBatchIsSentAndItsStatusReadWithAllItsMembers() throws Exception {
        AuthleteStub.answer(200, "{\"resultCode\":\"A1\",\"resultMessage\":\"taken\",\"requestId\":\"b1\"}");

        post("/operations/batch", "[" + CREATE + "," + CREATE + "]").statusCode(200).body("requestId", equalTo("b1"))
                .body("resultMessage", equalTo("taken"));

        LoggedRequest request = onlyRequest();
        assertThat(request.getUrl()).isEqualTo("/api/21653835348762/auth/token/create/batch?dryRun=false");
        assertSameJson(request.getBodyAsString(), "[" + CREATE + "," + CREATE + "]");

        AuthleteStub.answer(200, "{\"resultCode\":\"A1\",\"status\":" + BATCH + "}");
        assertSameJson(when().get("/operations/batch/b1").then().statusCode(200).extract().asString(), BATCH);
        assertThat(onlyRequest().getUrl()).endsWith("/auth/token/create/batch/status/b1");
    }

    @Test
    void updateIsSentAndReadWithAllItsMembers() throws Exception {
        AuthleteStub.answer(200, "{\"action\":\"OK\",\"accessToken\":\"new\",\"scopes\":[\"a\"],\"tokenType\":\"Bearer\"}");

        post("/operations/update", UPDATE).statusCode(200).body("accessToken", equalTo("new")).body("action", equalTo("OK"));

        assertSameJson(onlyRequest().getBodyAsString(), UPDATE);
    }

    @Test
    void aPageIsReadWithAllItsMembers() throws Exception {
        AuthleteStub.answer(200, PAGE);

        String page = when().get("/operations?subject=john").then().statusCode(200).extract().asString();

        assertSameJson(withoutNulls(page), PAGE);
        assertThat(onlyRequest().getUrl()).contains("subject=john", "tokenStatus=VALID");
    }

    @Test
    void revokeAndDelete() throws Exception {
        AuthleteStub.answer(200, "{\"resultCode\":\"A1\",\"resultMessage\":\"done\",\"count\":3}");
        post("/operations/revoke", "{\"subject\":\"john\"}").statusCode(200).body("count", equalTo(3));
        assertSameJson(onlyRequest().getBodyAsString(), "{\"subject\":\"john\"}");

        AuthleteStub.answer(noContent());
        when().delete("/operations/token-hash").then().statusCode(204);
        assertThat(onlyRequest().getUrl()).endsWith("/auth/token/delete/token-hash");
    }

    @Test
    void theReactiveClient() throws Exception {
        AuthleteStub.answer(200, CREATED);

        String created = post("/reactive", CREATE).statusCode(200).extract().asString();

        assertSameJson(created, CREATED);
    }

    @Test
    void aRefusalHasTheErrorBodyOfTheServer() {
        AuthleteStub.answer(403, ERROR);

        post("/operations/create", CREATE).statusCode(502)
                .body("type", equalTo("AuthleteResultException"))
                .body("outcome", equalTo("REJECTED"))
                .body("status", equalTo(403))
                .body("resultCode", equalTo("A001202"))
                .body("attempts", equalTo(1));
    }

    @Test
    void anActionThatIsNotOkIsAFailure() {
        AuthleteStub.answer(200, "{\"action\":\"FORBIDDEN\",\"resultCode\":\"A109209\"}");

        post("/operations/create", CREATE).statusCode(502)
                .body("type", equalTo("AuthleteActionException")).body("resultCode", equalTo("A109209"));
    }

    @Test
    void aLostAnswerIsNotRepeatedForACreateButForAList() {
        AuthleteStub.answer(500, "broken");

        post("/reactive", CREATE).statusCode(502).body("outcome", equalTo("UNKNOWN")).body("resultCode", nullValue());
        assertThat(AuthleteStub.requests()).hasSize(1);
        when().get("/operations").then().statusCode(502).body("attempts", equalTo(4));
        assertThat(AuthleteStub.requests()).hasSize(5);
    }

    @Test
    void anInvalidRequestIsNotSent() {
        AuthleteStub.answer(200, CREATED);

        post("/operations/create", "{\"grantType\":\"PASSWORD\",\"clientId\":1}").statusCode(502)
                .body("type", equalTo("AuthleteInvalidRequestException")).body("outcome", equalTo("NOT_SENT"));

        assertThat(AuthleteStub.requests()).isEmpty();
    }

    @Test
    void failuresAsValues() {
        AuthleteStub.answer(403, ERROR);
        post("/operations/attempt", CREATE).statusCode(200).body(equalTo("failed: REJECTED"));
        post("/reactive/attempt", CREATE).statusCode(200).body(equalTo("failed: REJECTED"));

        AuthleteStub.answer(200, CREATED);
        post("/operations/attempt", CREATE).statusCode(200).body(equalTo("issued id"));
        post("/reactive/attempt", CREATE).statusCode(200).body(equalTo("issued id"));
    }

    @Test
    void theAnnotationsOfTheRestClientRepeatARejectedRequest() throws Exception {
        AuthleteStub.answerInTurn(AuthleteStub.json(503, ERROR), AuthleteStub.json(200, PAGE));

        String page = when().get("/rest-client?subject=john").then().statusCode(200).extract().asString();

        assertSameJson(withoutNulls(page), PAGE);
        assertThat(AuthleteStub.requests()).hasSize(2);
    }

    @Test
    void aNamedServiceHasItsOwnTokens() {
        String subject = UUID.randomUUID().toString();
        AuthleteStub.answer(500, "not the server of this service");

        when().post("/named-service?subject={subject}", subject).then().statusCode(200);

        when().get("/named-service?subject={subject}", subject).then().statusCode(200).body(equalTo("1"));
        assertThat(AuthleteStub.requests()).isEmpty();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).when().post(path).then();
    }

    private static LoggedRequest onlyRequest() {
        assertThat(AuthleteStub.requests()).hasSize(1);
        return AuthleteStub.requests().get(0);
    }

    private void assertSameJson(String actual, String expected) throws Exception {
        assertThat(json.readTree(actual)).isEqualTo(json.readTree(expected));
    }

    /** The list response has a result code for uniformity, which is {@code null}. */
    private static String withoutNulls(String page) {
        return page.replace("\"resultCode\":null,", "").replace(",\"resultCode\":null", "");
    }
}

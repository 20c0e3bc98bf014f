package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

class RequestOnTheWireTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${authlete.stub.port}/behind/a/prefix")
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Tenant", "acme")
            .overrideRuntimeConfigKey("quarkus.authlete.user-agent", "our-gateway/1.0");

    static final String BASE = "/behind/a/prefix/api/" + AuthleteStub.SERVICE_ID + "/auth/token";

    @Inject
    TokenOperations tokens;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void listSendsFiltersAndRangeAsQueryParameters() {
        stub.answerJson(200, "{\"start\":2,\"end\":4,\"totalCount\":9,\"accessTokens\":[]}");

        tokens.list(TokenListRequest.builder().clientIdentifier(26888344961664L).subject("john doe&x=1").range(2, 4)
                .tokenStatus(TokenStatus.INVALID).build());

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("GET");
        assertThat(request.getUrl()).startsWith(BASE + "/get/list?");
        assertThat(request.queryParameter("clientIdentifier").firstValue()).isEqualTo("26888344961664");
        assertThat(request.queryParameter("subject").firstValue()).isEqualTo("john doe&x=1");
        assertThat(request.queryParameter("start").firstValue()).isEqualTo("2");
        assertThat(request.queryParameter("end").firstValue()).isEqualTo("4");
        assertThat(request.queryParameter("tokenStatus").firstValue()).isEqualTo("INVALID");
    }

    @Test
    void listOfEverythingHasNoQuery() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.list(TokenListRequest.all());

        assertThat(stub.onlyRequest().getUrl()).isEqualTo(BASE + "/get/list");
    }

    /** The default of the end is documented as 5 and as 20, and does not depend on the start. */
    @ParameterizedTest
    @CsvSource({ "0,20", "5,25", "19,39", "600,620", "2147483640,2147483647", "2147483647,2147483647" })
    void aListWithOnlyAStartIsOfTwenty(int start, String end) {
        stub.answerJson(200, "{\"totalCount\":9}");

        tokens.list(TokenListRequest.builder().start(start).build());

        assertThat(stub.onlyRequest().getUrl()).isEqualTo(BASE + "/get/list?start=" + start + "&end=" + end);
    }

    @Test
    void aListThatOnlyCountsAndOneWithOnlyAnEndAreSentAsTheyAre() {
        stub.answerJson(200, "{\"start\":7,\"end\":7,\"totalCount\":9,\"accessTokens\":null}");

        assertThat(tokens.list(TokenListRequest.builder().range(7, 7).build()).totalCount()).isEqualTo(9);
        tokens.list(TokenListRequest.builder().end(7).build());

        assertThat(stub.requests()).extracting(LoggedRequest::getUrl).containsExactly(BASE + "/get/list?start=7&end=7",
                BASE + "/get/list?end=7");
    }

    @ParameterizedTest
    @ValueSource(strings = { " shop ", "Shop/EU", "https://shop.example.com/", "26888344961664", "007", "-1", "a%20b", "é" })
    void aClientIdentifierIsSentAsItIsGiven(String identifier) {
        stub.answer(WireMock.okJson(AuthleteStub.CREATED));
        tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientIdentifier(identifier).build());
        stub.answerJson(200, "{\"count\":1,\"totalCount\":0,\"requestId\":\"b1\"}");
        tokens.createBatch(TokenBatchRequest.of(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS)
                .clientIdentifier(identifier).accessToken("t").build()));
        tokens.revokeByClient(identifier);
        tokens.list(TokenListRequest.builder().clientIdentifier(identifier).build());

        List<LoggedRequest> requests = stub.requests();
        assertThat(requests).hasSize(4);
        assertThat(requests.subList(0, 3)).allMatch(request -> request.getBodyAsString()
                .contains("\"clientIdentifier\":\"" + identifier + "\"") && !request.getBodyAsString().contains("clientId\""));
        assertThat(requests.get(3).queryParameter("clientIdentifier").values()).containsExactly(identifier);
    }

    @Test
    void createSendsOnlyWhatWasSet() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject("john")
                .scopes("history.read").properties(Property.of("k", "v")).build());

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo(BASE + "/create");
        assertThat(request.header("Content-Type").firstValue()).startsWith("application/json");
        assertThat(request.header("Accept").firstValue()).startsWith("application/json");
        assertThat(WireMock.equalToJson("""
                {"grantType":"AUTHORIZATION_CODE","clientId":26888344961664,"subject":"john","scopes":["history.read"],
                 "properties":[{"key":"k","value":"v","hidden":false}]}""").match(request.getBodyAsString()).isExactMatch())
                .as(request.getBodyAsString()).isTrue();
    }

    @Test
    void updateTellsEmptyFromAbsent() {
        stub.answerJson(200, "{\"action\":\"OK\"}");

        tokens.update(TokenUpdateRequest.accessTokenHash("hash").scopes().build());

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getUrl()).isEqualTo(BASE + "/update");
        assertThat(request.getBodyAsString()).isEqualTo("{\"accessTokenHash\":\"hash\",\"scopes\":[]}");
    }

    @Test
    void revokeSendsTheIdentifier() {
        stub.answerJson(200, "{\"count\":1}");

        assertThat(tokens.revoke(TokenRevokeRequest.accessToken("abc")).count()).isEqualTo(1);

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getUrl()).isEqualTo(BASE + "/revoke");
        assertThat(request.getBodyAsString()).isEqualTo("{\"accessTokenIdentifier\":\"abc\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "plain-Token_1.~ | plain-Token_1.~",
            "../x            | ..%2Fx",
            "a/b             | a%2Fb",
            "%2F             | %252F",
            "a?b=c           | a%3Fb%3Dc",
            "a#b             | a%23b",
            "a b             | a%20b",
            "a+b             | a%2Bb",
            "é               | %C3%A9",
            "a;b=c           | a%3Bb%3Dc",
            "{x}             | %7Bx%7D",
            "...             | ..." })
    void deletePercentEncodesTheWholeIdentifier(String identifier, String encoded) {
        stub.answer(WireMock.noContent());

        tokens.delete(identifier);

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("DELETE");
        assertThat(request.getUrl()).isEqualTo(BASE + "/delete/" + encoded);
    }

    @Test
    void everyRequestCarriesCredentialsAndConfiguredHeaders() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.list(TokenListRequest.all());

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.header("Authorization").values()).containsExactly("Bearer " + AuthleteStub.API_TOKEN);
        assertThat(request.header("X-Tenant").values()).containsExactly("acme");
        assertThat(request.header("User-Agent").values()).containsExactly("our-gateway/1.0");
    }

    @Test
    void optionsAddHeadersAndReplaceTheServiceId() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.list(TokenListRequest.all(), RequestOptions.builder().header("X-Request-Id", "r-1").header("X-Tenant", "other")
                .serviceId(42).build());

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getUrl()).isEqualTo("/behind/a/prefix/api/42/auth/token/get/list");
        assertThat(request.header("X-Request-Id").values()).containsExactly("r-1");
        assertThat(request.header("X-Tenant").values()).containsExactly("other");
    }
}

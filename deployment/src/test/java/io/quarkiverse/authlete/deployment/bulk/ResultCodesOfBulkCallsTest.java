package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;

/** The result code tells what is there already and what is gone already, whatever status or action comes with it. */
class ResultCodesOfBulkCallsTest {

    private static final TokenCreateRequest BOTH = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L)
            .subject("john").accessToken("chosen-access").refreshToken("chosen-refresh").build();
    private static final TokenCreateRequest ACCESS_TOKEN = BOTH.toBuilder().refreshToken(null).build();
    private static final TokenCreateRequest REFRESH_TOKEN = BOTH.toBuilder().accessToken(null).build();

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(new TestApplication(), ResultCodesOfBulkCallsTest.class,
            null);

    @Inject
    TokenOperations tokens;

    BulkServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = BulkServer.start(ResultCodesOfBulkCallsTest.class);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({ "200,BAD_REQUEST", "200,FORBIDDEN", "200,INTERNAL_SERVER_ERROR", "200,CONFLICT", "400,", "409,", "403,",
            "500," })
    void aValueInUseIsToldByTheCode(int status, String action) {
        server.behave(request -> result(status, action, request.has("chosen-access") ? "A144201" : "A144202"));

        assertThat(importOf(BOTH, ACCESS_TOKEN, REFRESH_TOKEN)).allMatch(BulkResult::alreadyExists);

        assertThat(server.requests()).hasSize(3).allMatch(request -> request.path().endsWith("/create"));
    }

    @ParameterizedTest
    @CsvSource({ "200,BAD_REQUEST", "200,FORBIDDEN", "400,", "403," })
    void aRefreshTokenInUseTellsNothingAboutTheAccessToken(int status, String action) {
        server.behave(request -> request.path().endsWith("/create") ? result(status, action, "A144202")
                : result(200, "NOT_FOUND", "A134202"));

        BulkResult<TokenCreateRequest, TokenCreateResponse> result = importOf(BOTH).get(0);

        assertThat(result.isFailure()).isTrue();
        assertThat(result.failure().resultCode()).isEqualTo("A144202");
        assertAskedByTheAccessToken();

        server.behave(request -> request.path().endsWith("/create") ? result(status, action, "A144202") : Response.done());
        assertThat(importOf(BOTH)).allMatch(BulkResult::alreadyExists);
    }

    @Test
    void anotherCodeIsAReasonToAsk() {
        server.behave(
                request -> request.path().endsWith("/create") ? result(200, "BAD_REQUEST", "A106201") : Response.done());

        assertThat(importOf(BOTH)).allMatch(BulkResult::alreadyExists);

        assertAskedByTheAccessToken();
    }

    @Test
    void askingMayBePutOffAndMayFail() {
        server.behave(request -> request.path().endsWith("/create") ? result(200, "BAD_REQUEST", "A106201")
                : request.number() == 1 ? Response.status(429) : Response.done());
        assertThat(importOf(ACCESS_TOKEN)).allMatch(BulkResult::alreadyExists);

        server.behave(request -> request.path().endsWith("/create") ? result(200, "BAD_REQUEST", "A106201")
                : result(200, "FORBIDDEN", "A134203"));
        assertThat(importOf(ACCESS_TOKEN)).allMatch(BulkResult::isFailure)
                .allMatch(result -> result.failure().operation() == TokenOperation.CREATE);
    }

    /** The server has made up a value that exists, which says nothing about the token to import. */
    @Test
    void withoutAChosenValueNothingExists() {
        server.behave(request -> result(200, "BAD_REQUEST", "A144201"));

        assertThat(importOf(BOTH.toBuilder().accessToken(null).refreshToken(null).build())).allMatch(BulkResult::isFailure);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void nobodyNeedsToAskIfNobodyWantsToKnow() {
        server.behave(request -> result(200, "BAD_REQUEST", "A144201"));

        try (var results = tokens.bulk(BulkOptions.builder().checkExisting(false).build()).createAll(List.of(BOTH))) {
            assertThat(results).allMatch(BulkResult::isFailure);
        }
    }

    @Test
    void aLostAnswerIsMadeUpForByTheCode() {
        server.behave(request -> request.number() == 0 ? Response.status(500) : result(200, "BAD_REQUEST", "A144201"));

        assertThat(importOf(BOTH)).allMatch(BulkResult::alreadyExists);

        assertThat(server.requests()).hasSize(2).allMatch(request -> request.path().endsWith("/create"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 403, 404, 500 })
    void aDeleteThatMayHaveBeenDoneAndFindsNothingHasSucceeded(int status) {
        server.behave(request -> switch (request.number()) {
            case 0 -> Response.status(502);
            case 1 -> Response.retryAfter(429, 0); // the run puts the item off
            default -> result(status, null, "A161202");
        });

        try (var results = tokens.bulk().deleteAll(List.of("t"))) {
            assertThat(results).hasSize(1).allMatch(BulkResult::isSuccess);
        }
        assertThat(server.requests()).hasSize(3);
    }

    private List<BulkResult<TokenCreateRequest, TokenCreateResponse>> importOf(TokenCreateRequest... requests) {
        try (var results = tokens.bulk().createAll(List.of(requests))) {
            return results.toList();
        }
    }

    private void assertAskedByTheAccessToken() {
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).path()).endsWith("/update");
        assertThat(server.requests().get(1).body()).isEqualTo("{\"accessToken\":\"chosen-access\"}");
    }

    private static Response result(int status, String action, String code) {
        String json = action == null ? "" : "\"action\":\"" + action + "\",";
        return new Response(status, "{" + json + "\"resultCode\":\"" + code + "\",\"resultMessage\":\"words\"}", Map.of());
    }
}

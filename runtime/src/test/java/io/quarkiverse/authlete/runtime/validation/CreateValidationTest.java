package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.AuthorizationDetails;
import io.quarkiverse.authlete.model.AuthorizationDetailsElement;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;

class CreateValidationTest {

    @Test
    void whatTheApiTakesIsAccepted() {
        assertAccepted(valid());
        assertAccepted(TokenCreateRequest.builder(GrantType.PASSWORD).clientIdentifier("alias").subject("x".repeat(100))
                .scopes().accessTokenDuration(0).refreshTokenDuration(0).accessToken("at").refreshToken("rt").sessionId("s")
                .certificateThumbprint("c").dpopKeyThumbprint("d").properties(Property.of("k", null))
                .authorizationDetails(AuthorizationDetails.of(AuthorizationDetailsElement.builder("t").build())));
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.CREATE, "request", "null", () -> VALIDATOR.create(null));
    }

    @Test
    void grantTypeIsNeeded() {
        assertRefused("grantType", "missing", TokenCreateRequest.builder(null).clientId(1).subject("john"));
        assertRefused("grantType", "missing", TokenCreateRequest.builder(GrantType.of(" ")).clientId(1).subject("john"));
    }

    @Test
    void refreshTokenIsNoGrantToCreateFor() {
        assertRefused("grantType", "REFRESH_TOKEN",
                TokenCreateRequest.builder(GrantType.REFRESH_TOKEN).clientId(1).subject("john"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "AUTHORIZATION_CODE", "IMPLICIT", "PASSWORD", "CIBA", "DEVICE_CODE", "TOKEN_EXCHANGE",
            "PRE_AUTHORIZED_CODE" })
    void subjectIsNeeded(String grantType) {
        assertRefused("subject", "missing", TokenCreateRequest.builder(GrantType.of(grantType)).clientId(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "CLIENT_CREDENTIALS", "JWT_BEARER", "TELEPATHY" })
    void subjectIsNotNeeded(String grantType) {
        assertAccepted(TokenCreateRequest.builder(GrantType.of(grantType)).clientId(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "AUTHORIZATION_CODE", "JWT_BEARER", "TELEPATHY" })
    void subjectIsCheckedIfPresent(String grantType) {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.of(grantType)).clientId(1);
        assertRefused("subject", "blank", request.subject(""));
        assertRefused("subject", "blank", request.subject(" \t"));
        assertRefused("subject", "not ASCII", request.subject("jürgen"));
        assertRefused("subject", "not ASCII", request.subject("\u0080"));
        assertRefused("subject", "101 characters", request.subject("x".repeat(101)));
        assertAccepted(request.subject("john@example.com~"));
    }

    @Test
    void subjectOfClientCredentialsIsIgnored() {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1);
        assertAccepted(request.subject(""));
        assertAccepted(request.subject("jürgen".repeat(100)));
    }

    @Test
    void clientIsNeeded() {
        assertRefused("clientId", "clientIdentifier", TokenCreateRequest.builder(GrantType.IMPLICIT).subject("john"));
        assertRefused("clientId", "positive", valid().clientId(0));
        assertRefused("clientId", "positive", valid().clientId(-1));
        assertRefused("clientIdentifier", "blank", valid().clientIdentifier(" "));
        assertRefused("clientIdentifier", "blank",
                TokenCreateRequest.builder(GrantType.IMPLICIT).subject("john").clientIdentifier(""));
    }

    @Test
    void durationsAreNotNegative() {
        assertRefused("accessTokenDuration", "negative", valid().accessTokenDuration(-1));
        assertRefused("refreshTokenDuration", "negative", valid().refreshTokenDuration(Duration.ofMillis(-1)));
    }

    @Test
    void givenTextsAreNotBlank() {
        assertRefused("accessToken", "blank", valid().accessToken(""));
        assertRefused("refreshToken", "blank", valid().refreshToken(" "));
        assertRefused("sessionId", "blank", valid().sessionId(""));
        assertRefused("certificateThumbprint", "blank", valid().certificateThumbprint(""));
        assertRefused("dpopKeyThumbprint", "blank", valid().dpopKeyThumbprint(""));
    }

    @Test
    void propertiesHaveAKey() {
        assertRefused("properties", "index 1", valid().properties(Property.of("k", "v"), Property.of(null, "v")));
        assertRefused("properties", "index 0", valid().properties(Property.of(" ", "v")));
    }

    @Test
    void authorizationDetailsHaveAType() {
        assertRefused("authorizationDetails", "index 0",
                valid().authorizationDetails(AuthorizationDetails.of(AuthorizationDetailsElement.builder(null).build())));
        assertRefused("authorizationDetails", "index 1", valid().authorizationDetails(AuthorizationDetails.of(
                AuthorizationDetailsElement.builder("t").build(), AuthorizationDetailsElement.builder("").build())));
    }

    @Test
    void reasonHoldsNoValue() {
        TokenCreateRequest request = valid().accessToken("secret-1").refreshToken("secret-2").sessionId("secret-3")
                .subject("secret-4 é").properties(Property.hidden("k", "secret-5")).build();
        assertThatThrownBy(() -> VALIDATOR.create(request)).message().startsWith("subject ").doesNotContain("secret");
    }

    private static TokenCreateRequest.Builder valid() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject("john");
    }

    private static void assertAccepted(TokenCreateRequest.Builder request) {
        assertThatCode(() -> VALIDATOR.create(request.build())).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenCreateRequest.Builder request) {
        Refusals.assertRefused(TokenOperation.CREATE, field, reason, () -> VALIDATOR.create(request.build()));
    }
}

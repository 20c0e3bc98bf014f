package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

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

    @ParameterizedTest
    @ValueSource(strings = { "access_token", "token_type", "expires_in", "refresh_token", "scope", "error", "error_description",
            "error_uri", "id_token" })
    void propertiesHaveNoReservedKey(String key) {
        assertRefused("properties", "reserved key " + key + " at index 1",
                valid().properties(Property.of("k", "v"), Property.hidden(key, "v")));
        assertAccepted(valid().properties(Property.of(key.toUpperCase(), "v"), Property.of(key + "s", "v")));
    }

    @Test
    void propertiesAreNotLargerThanTheServerCanStore() {
        assertAccepted(valid().properties(Property.of("k", "v".repeat(24_000)), Property.of("l", "v".repeat(25_000))));
        assertRefused("properties",
                "of 50002 bytes, more than the server can store: keep the JSON of all properties below 49,000",
                valid().properties(Property.of("k", "v".repeat(25_000)), Property.of("l", "v".repeat(25_000))));
        assertRefused("properties", "of 60001 bytes", valid().properties(Property.of("k", "é".repeat(30_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "IMPLICIT", "CLIENT_CREDENTIALS" })
    void aRefreshTokenIsNotChosenWhereThereIsNone(String grantType) {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.of(grantType)).clientId(1).subject("john");
        assertAccepted(request.refreshTokenDuration(60));
        assertRefused("refreshToken", grantType, request.refreshToken("rt"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "AUTHORIZATION_CODE", "PASSWORD", "CIBA", "DEVICE_CODE", "TOKEN_EXCHANGE", "JWT_BEARER",
            "PRE_AUTHORIZED_CODE", "TELEPATHY" })
    void aRefreshTokenIsChosenWhereThereMayBeOne(String grantType) {
        assertAccepted(
                TokenCreateRequest.builder(GrantType.of(grantType)).clientId(1).subject("john").refreshToken("rt"));
    }

    @Test
    void theClientHasNamedItselfInOneWay() {
        assertAccepted(valid().clientIdAliasUsed(true).clientEntityIdUsed(false).metadataDocumentUsed(false));
        assertAccepted(valid().metadataDocumentUsed(true));
        assertRefused("clientEntityIdUsed", "one of", valid().clientIdAliasUsed(true).clientEntityIdUsed(true));
        assertRefused("metadataDocumentUsed", "one of", valid().clientIdAliasUsed(true).metadataDocumentUsed(true));
        assertRefused("metadataDocumentUsed", "one of", valid().clientEntityIdUsed(true).metadataDocumentUsed(true));
    }

    @Test
    void authTimeIsInSeconds() {
        assertAccepted(valid().authTime(0));
        assertAccepted(valid().authTime(1642044549));
        assertAccepted(valid().authTime(Instant.parse("2199-12-31T23:59:59Z").getEpochSecond()));
        assertRefused("authTime", "negative", valid().authTime(-1));
        assertRefused("authTime", "in seconds since the epoch, not in milliseconds", valid().authTime(1642044549000L));
        assertRefused("authTime", "2200", valid().authTime(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://api.example.com/a?b=c", "urn:example:a", "app:/x%C3%A9" })
    void resourcesAreAbsoluteUris(String resource) {
        assertAccepted(valid().resources(URI.create(resource)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "api.example.com/a", "/a", "//api.example.com", "", "https://api.example.com/#a", "urn:a:b#",
            "https://api.example.com/é" })
    void otherResourcesAreRefused(String resource) {
        assertRefused("resources", "at index 1", valid().resources(URI.create("urn:a:b"), URI.create(resource)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", " {\"a\":{\"b\":[1,null,\"é\"]}}\n" })
    void jwtAtClaimsAreAJsonObject(String claims) {
        assertAccepted(valid().jwtAtClaims(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "\"a\"", "a=b", "{", "{}}", "{\"a\":1} {}", "{'a':1}", "{\"a\":secret-1}" })
    void otherJwtAtClaimsAreRefused(String claims) {
        assertRefused("jwtAtClaims", "JSON object", valid().jwtAtClaims(claims));
        assertThatThrownBy(() -> VALIDATOR.create(valid().jwtAtClaims(claims).build())).message().doesNotContain("secret");
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

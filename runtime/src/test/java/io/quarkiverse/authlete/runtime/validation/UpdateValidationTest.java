package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.AuthorizationDetails;
import io.quarkiverse.authlete.model.AuthorizationDetailsElement;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

class UpdateValidationTest {

    @Test
    void anyOfFiveNamesIsEnough() {
        assertAccepted(TokenUpdateRequest.accessToken("x"));
        assertAccepted(TokenUpdateRequest.accessTokenHash("x"));
        assertAccepted(TokenUpdateRequest.refreshToken("x"));
        assertAccepted(TokenUpdateRequest.refreshTokenHash("x"));
        assertAccepted(TokenUpdateRequest.tokenId("x"));
    }

    @Test
    void timesThatMeanUnchangedAreAccepted() {
        assertAccepted(TokenUpdateRequest.tokenId("x").accessTokenExpiresAt(-1).refreshTokenExpiresAt(0));
    }

    @Test
    void emptyListsAreAccepted() {
        assertAccepted(TokenUpdateRequest.tokenId("x").scopes().properties().authorizationDetails(AuthorizationDetails.of()));
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.UPDATE, "request", "null", () -> VALIDATOR.update(null));
    }

    @Test
    void tokenIsNeeded() {
        assertRefused("accessToken", "accessTokenHash, refreshToken, refreshTokenHash or tokenId",
                TokenUpdateRequest.tokenId(null).scopes("a"));
    }

    @Test
    void namesAreNotBlankEvenBesideAnother() {
        assertRefused("accessToken", "blank", TokenUpdateRequest.tokenId("x").accessToken(""));
        assertRefused("accessTokenHash", "blank", TokenUpdateRequest.tokenId("x").accessTokenHash(" "));
        assertRefused("refreshToken", "blank", TokenUpdateRequest.tokenId("x").refreshToken(""));
        assertRefused("refreshTokenHash", "blank", TokenUpdateRequest.tokenId("x").refreshTokenHash(""));
        assertRefused("tokenId", "blank", TokenUpdateRequest.accessToken("x").tokenId(""));
    }

    @Test
    void thumbprintsAreNotBlank() {
        assertRefused("certificateThumbprint", "blank", TokenUpdateRequest.tokenId("x").certificateThumbprint(""));
        assertRefused("dpopKeyThumbprint", "blank", TokenUpdateRequest.tokenId("x").dpopKeyThumbprint(""));
    }

    @Test
    void propertiesHaveAKeyAndAuthorizationDetailsAType() {
        assertRefused("properties", "index 0", TokenUpdateRequest.tokenId("x").properties(Property.of("", "v")));
        assertRefused("authorizationDetails", "index 0", TokenUpdateRequest.tokenId("x")
                .authorizationDetails(AuthorizationDetails.of(AuthorizationDetailsElement.builder(null).build())));
    }

    @Test
    void propertiesThatTheServerWouldDropOrCouldNotStoreAreRefused() {
        assertRefused("properties", "reserved key scope at index 1",
                TokenUpdateRequest.tokenId("x").properties(Property.of("k", "v"), Property.of("scope", "v")));
        assertRefused("properties", "more than the server can store",
                TokenUpdateRequest.tokenId("x").properties(Property.of("k", "v".repeat(50_000))));
    }

    @Test
    void reasonHoldsNoValue() {
        TokenUpdateRequest request = TokenUpdateRequest.accessToken("secret-1").refreshToken("secret-2").tokenId("").build();
        assertThatThrownBy(() -> VALIDATOR.update(request)).message().startsWith("tokenId ").doesNotContain("secret");
    }

    private static void assertAccepted(TokenUpdateRequest.Builder request) {
        assertThatCode(() -> VALIDATOR.update(request.build())).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenUpdateRequest.Builder request) {
        Refusals.assertRefused(TokenOperation.UPDATE, field, reason, () -> VALIDATOR.update(request.build()));
    }
}

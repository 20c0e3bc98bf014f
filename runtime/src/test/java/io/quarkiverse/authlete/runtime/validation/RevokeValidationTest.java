package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

class RevokeValidationTest {

    @Test
    void everyKindIsAccepted() {
        assertAccepted(TokenRevokeRequest.accessToken("x"));
        assertAccepted(TokenRevokeRequest.refreshToken("x"));
        assertAccepted(TokenRevokeRequest.client(1));
        assertAccepted(TokenRevokeRequest.subject("jürgen"));
        assertAccepted(TokenRevokeRequest.clientAndSubject("x", "y"));
        assertAccepted(TokenRevokeRequest.builder().accessTokenIdentifier("a").refreshTokenIdentifier("b").clientIdentifier("c")
                .subject("d").build());
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.REVOKE, "request", "null", () -> VALIDATOR.revoke(null));
    }

    @Test
    void somethingMustBeNamed() {
        assertRefused("accessTokenIdentifier", "refreshTokenIdentifier, clientIdentifier or subject",
                TokenRevokeRequest.accessToken(null));
        assertRefused("accessTokenIdentifier", "missing", TokenRevokeRequest.builder().build());
    }

    @Test
    void blankValuesAreRefusedBecauseTheServerMightRevokeMore() {
        assertRefused("accessTokenIdentifier", "blank",
                TokenRevokeRequest.builder().accessTokenIdentifier("").clientIdentifier("client").build());
        assertRefused("refreshTokenIdentifier", "blank",
                TokenRevokeRequest.builder().refreshTokenIdentifier(" ").clientIdentifier("client").build());
        assertRefused("subject", "blank", TokenRevokeRequest.clientAndSubject("client", ""));
        assertRefused("clientIdentifier", "blank", TokenRevokeRequest.clientAndSubject("\t", "john"));
    }

    @Test
    void reasonHoldsNoValue() {
        assertThatThrownBy(() -> VALIDATOR.revoke(TokenRevokeRequest.builder().accessTokenIdentifier("secret-1")
                .refreshTokenIdentifier("secret-2").clientIdentifier("").build()))
                .message().startsWith("clientIdentifier ").doesNotContain("secret");
    }

    private static void assertAccepted(TokenRevokeRequest request) {
        assertThatCode(() -> VALIDATOR.revoke(request)).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenRevokeRequest request) {
        Refusals.assertRefused(TokenOperation.REVOKE, field, reason, () -> VALIDATOR.revoke(request));
    }
}

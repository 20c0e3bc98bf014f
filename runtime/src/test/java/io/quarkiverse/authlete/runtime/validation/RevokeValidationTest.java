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
        assertAccepted(new TokenRevokeRequest("a", "b", "c", "d"));
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.REVOKE, "request", "null", () -> VALIDATOR.revoke(null));
    }

    @Test
    void somethingMustBeNamed() {
        assertRefused("accessTokenIdentifier", "refreshTokenIdentifier, clientIdentifier or subject",
                TokenRevokeRequest.accessToken(null));
        assertRefused("accessTokenIdentifier", "missing", new TokenRevokeRequest(null, null, null, null));
    }

    @Test
    void blankValuesAreRefusedBecauseTheServerMightRevokeMore() {
        assertRefused("accessTokenIdentifier", "blank", new TokenRevokeRequest("", null, "client", null));
        assertRefused("refreshTokenIdentifier", "blank", new TokenRevokeRequest(null, " ", "client", null));
        assertRefused("subject", "blank", TokenRevokeRequest.clientAndSubject("client", ""));
        assertRefused("clientIdentifier", "blank", TokenRevokeRequest.clientAndSubject("\t", "john"));
    }

    @Test
    void reasonHoldsNoValue() {
        assertThatThrownBy(() -> VALIDATOR.revoke(new TokenRevokeRequest("secret-1", "secret-2", "", null)))
                .message().startsWith("clientIdentifier ").doesNotContain("secret");
    }

    private static void assertAccepted(TokenRevokeRequest request) {
        assertThatCode(() -> VALIDATOR.revoke(request)).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenRevokeRequest request) {
        Refusals.assertRefused(TokenOperation.REVOKE, field, reason, () -> VALIDATOR.revoke(request));
    }
}

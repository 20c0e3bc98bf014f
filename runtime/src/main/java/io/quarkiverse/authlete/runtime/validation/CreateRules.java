package io.quarkiverse.authlete.runtime.validation;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** What the API demands of a create. */
final class CreateRules {

    private static final int MAX_SUBJECT_LENGTH = 100;
    private static final int MAX_ASCII = 0x7F;

    private CreateRules() {
    }

    static void apply(Check check, TokenCreateRequest request) {
        grantType(check, request.grantType());
        client(check, request);
        subject(check, request.grantType(), request.subject());
        check.notNegative("accessTokenDuration", request.accessTokenDuration());
        check.notNegative("refreshTokenDuration", request.refreshTokenDuration());
        check.notBlank("accessToken", request.accessToken());
        check.notBlank("refreshToken", request.refreshToken());
        check.notBlank("certificateThumbprint", request.certificateThumbprint());
        check.notBlank("dpopKeyThumbprint", request.dpopKeyThumbprint());
        check.notBlank("sessionId", request.sessionId());
        check.properties(request.properties());
        check.authorizationDetails(request.authorizationDetails());
    }

    private static void grantType(Check check, GrantType grantType) {
        check.that(grantType != null && !grantType.value().isBlank(), "grantType",
                "is missing: set the grant to create the token for");
        check.that(!GrantType.REFRESH_TOKEN.equals(grantType), "grantType",
                "must not be REFRESH_TOKEN: set the grant that the token first came from");
    }

    private static void client(Check check, TokenCreateRequest request) {
        check.that(request.clientId() != null || request.clientIdentifier() != null, "clientId",
                "is missing: set clientId or clientIdentifier");
        check.that(request.clientId() == null || request.clientId() > 0, "clientId",
                "is not a client ID: set a positive number, or clientIdentifier instead");
        check.notBlank("clientIdentifier", request.clientIdentifier());
    }

    private static void subject(Check check, GrantType grantType, String subject) {
        if (GrantType.CLIENT_CREDENTIALS.equals(grantType)) {
            return; // the server ignores it
        }
        // what a grant type of the future needs is for the server to say
        boolean optional = GrantType.JWT_BEARER.equals(grantType) || !grantType.known();
        if (subject == null) {
            check.that(optional, "subject", "is missing: set the user to create the token for");
            return;
        }
        check.that(!subject.isBlank(), "subject", "is blank: set it to the user to create the token for");
        if (subject.length() > MAX_SUBJECT_LENGTH) {
            throw check.refused("subject",
                    "has " + subject.length() + " characters: the API takes at most " + MAX_SUBJECT_LENGTH);
        }
        check.that(isAscii(subject), "subject",
                "has a character that is not ASCII: the API takes only ASCII");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > MAX_ASCII) {
                return false;
            }
        }
        return true;
    }
}

package io.quarkiverse.authlete.runtime.validation;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** What the API demands of a create. */
final class CreateRules {

    private static final int MAX_SUBJECT_LENGTH = 100;
    private static final int MAX_ASCII = 0x7F;
    private static final long YEAR_2200 = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();
    private static final Set<GrantType> WITHOUT_REFRESH_TOKEN = Set.of(GrantType.IMPLICIT, GrantType.CLIENT_CREDENTIALS);
    private static final JsonFactory JSON = new JsonFactory();

    private CreateRules() {
    }

    static void apply(Check check, TokenCreateRequest request) {
        grantType(check, request.grantType());
        client(check, request);
        waysToNameTheClient(check, request);
        subject(check, request.grantType(), request.subject());
        check.notNegative("accessTokenDuration", request.accessTokenDuration());
        check.notNegative("refreshTokenDuration", request.refreshTokenDuration());
        check.notBlank("accessToken", request.accessToken());
        refreshToken(check, request);
        check.notBlank("certificateThumbprint", request.certificateThumbprint());
        check.notBlank("dpopKeyThumbprint", request.dpopKeyThumbprint());
        check.notBlank("sessionId", request.sessionId());
        PropertyRules.apply(check, request.properties());
        check.authorizationDetails(request.authorizationDetails());
        resources(check, request.resources());
        jwtAtClaims(check, request.jwtAtClaims());
        authTime(check, request.authTime());
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

    /** Each of the flags says how the client has named itself. */
    private static void waysToNameTheClient(Check check, TokenCreateRequest request) {
        boolean alias = Boolean.TRUE.equals(request.clientIdAliasUsed());
        boolean entityId = Boolean.TRUE.equals(request.clientEntityIdUsed());
        boolean document = Boolean.TRUE.equals(request.metadataDocumentUsed());
        check.that(!(alias && entityId || alias && document || entityId && document),
                document ? "metadataDocumentUsed" : "clientEntityIdUsed",
                "excludes the other flags: set one of clientIdAliasUsed, clientEntityIdUsed and metadataDocumentUsed at most");
    }

    private static void refreshToken(Check check, TokenCreateRequest request) {
        check.notBlank("refreshToken", request.refreshToken());
        if (request.refreshToken() != null && WITHOUT_REFRESH_TOKEN.contains(request.grantType())) {
            throw check.refused("refreshToken",
                    "is not for the grant type " + request.grantType() + ", which has no refresh token: leave it out");
        }
    }

    private static void resources(Check check, List<URI> resources) {
        for (int i = 0; resources != null && i < resources.size(); i++) {
            URI resource = resources.get(i);
            String problem = !resource.isAbsolute() ? "a URI that is not absolute"
                    : resource.getRawFragment() != null ? "a URI with a fragment"
                            : isAscii(resource.toString()) ? null : "a character that is not ASCII";
            if (problem != null) {
                throw check.refused("resources",
                        "has " + problem + " at index " + i + ": set absolute URIs in ASCII without a fragment (RFC 8707)");
            }
        }
    }

    private static void jwtAtClaims(Check check, String claims) {
        check.that(claims == null || isJsonObject(claims), "jwtAtClaims", "is not the text of a JSON object: set it to one,"
                + " such as {\"department\":\"sales\"}, or leave it out");
    }

    private static boolean isJsonObject(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            return json.nextToken() == JsonToken.START_OBJECT && json.skipChildren().currentToken() == JsonToken.END_OBJECT
                    && json.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static void authTime(Check check, Long authTime) {
        check.notNegative("authTime", authTime);
        check.that(authTime == null || authTime <= YEAR_2200, "authTime",
                "is later than the year 2200: set it in seconds since the epoch, not in milliseconds");
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

package io.quarkiverse.authlete.deployment.devservice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A create request that has passed its checks. What no response shows again (resources, acr, authTime, jwtAtClaims, the
 * certificate thumbprint, the flags about client identifiers) is accepted and not looked at.
 *
 * @param clientIdentifier as it was given, else the client ID as text
 * @param subject null if there is none
 */
record CreateRequest(GrantType grantType, long clientId, String clientIdentifier, String subject, List<String> scopes,
        long accessTokenDuration, long refreshTokenDuration, boolean persistent, Optional<String> accessToken,
        Optional<String> refreshToken, String properties, String authorizationDetails, boolean dpopBound,
        boolean forExternalAttachment, String sessionId) {

    private static final int MAX_SUBJECT_LENGTH = 100;

    static CreateRequest read(RequestFields fields, ServiceSettings service) {
        GrantType grantType = grantType(fields);
        long clientId = clientId(fields, service);
        return new CreateRequest(
                grantType,
                clientId,
                fields.text("clientIdentifier").orElse(String.valueOf(clientId)),
                subject(fields, grantType),
                scopes(fields, service),
                duration(fields, "accessTokenDuration"),
                duration(fields, "refreshTokenDuration"),
                fields.flag("accessTokenPersistent").orElse(false),
                fields.text("accessToken"),
                fields.text("refreshToken"),
                fields.properties("properties").map(TokenJson::propertiesText).orElse(null),
                fields.authorizationDetails("authorizationDetails").map(TokenJson::authorizationDetailsText)
                        .orElse(null),
                fields.text("dpopKeyThumbprint").isPresent(),
                fields.flag("forExternalAttachment").orElse(false),
                fields.text("sessionId").orElse(null));
    }

    static RefusedException badRequest(ResultCode code, String detail) {
        return RefusedException.action("BAD_REQUEST", code, detail);
    }

    private static GrantType grantType(RequestFields fields) {
        String name = fields.text("grantType")
                .orElseThrow(() -> badRequest(ResultCode.GRANT_TYPE_MISSING, "grantType is missing."));
        try {
            GrantType grantType = GrantType.valueOf(name);
            if (grantType != GrantType.REFRESH_TOKEN) {
                return grantType;
            }
        } catch (IllegalArgumentException e) {
            // Answered like the grant type that is known and not allowed.
        }
        throw badRequest(ResultCode.GRANT_TYPE_INVALID, "No token can be created for this grantType.");
    }

    /** A client ID of 0 is like none: clients without null send it. */
    private static long clientId(RequestFields fields, ServiceSettings service) {
        long clientId = fields.number("clientId").orElse(0);
        if (clientId == 0) {
            String identifier = fields.text("clientIdentifier").orElseThrow(
                    () -> badRequest(ResultCode.CLIENT_MISSING, "Neither clientId nor clientIdentifier is given."));
            clientId = ClientIdentifier.numeric(identifier).orElseThrow(() -> badRequest(ResultCode.CLIENT_ALIAS_UNKNOWN,
                    "There is no client of that alias; the emulator knows numeric client IDs only."));
        }
        if (clientId < 0 || !service.ownsClient(clientId)) {
            throw RefusedException.action("FORBIDDEN", ResultCode.CREATE_CLIENT_FORBIDDEN,
                    "The client does not belong to the service.");
        }
        return clientId;
    }

    private static String subject(RequestFields fields, GrantType grantType) {
        if (grantType == GrantType.CLIENT_CREDENTIALS) {
            return null;
        }
        String subject = fields.text("subject").orElse(null);
        if (subject == null) {
            if (grantType.requiresSubject()) {
                throw badRequest(ResultCode.SUBJECT_MISSING, "subject is missing.");
            }
            return null;
        }
        if (subject.length() > MAX_SUBJECT_LENGTH || !StandardCharsets.US_ASCII.newEncoder().canEncode(subject)) {
            throw badRequest(ResultCode.SUBJECT_INVALID,
                    "subject must consist of at most " + MAX_SUBJECT_LENGTH + " ASCII characters.");
        }
        return subject;
    }

    private static List<String> scopes(RequestFields fields, ServiceSettings service) {
        List<String> scopes = fields.texts("scopes").orElse(List.of());
        if (!scopes.stream().allMatch(service::supportsScope)) {
            throw badRequest(ResultCode.SCOPE_UNSUPPORTED, "scopes contains a scope that the service does not support.");
        }
        return scopes;
    }

    private static long duration(RequestFields fields, String name) {
        long seconds = fields.number(name).orElse(0);
        if (seconds < 0) {
            throw badRequest(ResultCode.DURATION_INVALID, name + " must not be negative.");
        }
        return seconds;
    }

    /** Holds token values. */
    @Override
    public String toString() {
        return "CreateRequest[" + grantType + "]";
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service demands of create requests. The checks are in the order of Authlete's result codes. */
final class CreateRules {

    private static final int MAX_SUBJECT_LENGTH = 100;

    private final ServiceSettings service;
    private final Clients clients;

    CreateRules(ServiceSettings service, Clients clients) {
        this.service = service;
        this.clients = clients;
    }

    /** @throws RefusedException if a rule is broken */
    IssuedToken newToken(RequestFields fields, TokenValues values, long now) {
        return IssuedToken.of(check(fields), service, values, now);
    }

    /** In a batch, every token comes with its values: nobody would learn those that the service makes. */
    IssuedToken newTokenOfBatch(RequestFields fields, TokenValues values, long now) {
        CreateRequest request = check(fields);
        if (request.accessToken().isEmpty()) {
            throw badRequest(ResultCode.BATCH_TOKEN_MISSING, "accessToken is missing.");
        }
        if (request.refreshToken().isEmpty() && service.issuesRefreshToken(request.grantType())) {
            throw badRequest(ResultCode.BATCH_TOKEN_MISSING,
                    "refreshToken is missing, although the service issues refresh tokens for the grantType.");
        }
        return IssuedToken.of(request, service, values, now);
    }

    static RefusedException badRequest(ResultCode code, String detail) {
        return RefusedException.action("BAD_REQUEST", code, detail);
    }

    private CreateRequest check(RequestFields fields) {
        GrantType grantType = grantType(fields);
        String subject = subject(fields, grantType);
        List<String> scopes = scopes(fields);
        long clientId = clientId(fields);
        checkClientFlags(fields);
        checkAuthTime(fields, subject);
        return new CreateRequest(
                grantType,
                subject,
                scopes,
                clientId,
                fields.text("clientIdentifier").orElse(String.valueOf(clientId)),
                duration(fields, "accessTokenDuration"),
                duration(fields, "refreshTokenDuration"),
                fields.flag("accessTokenPersistent").orElse(false),
                fields.text("accessToken"),
                refreshToken(fields, grantType),
                TokenProperties.read(fields, ResultCode.PROPERTIES_TOO_LARGE).map(TokenProperties::text).orElse(null),
                fields.authorizationDetails("authorizationDetails").map(TokenJson::authorizationDetailsText)
                        .orElse(null),
                fields.text("dpopKeyThumbprint").isPresent(),
                fields.flag("forExternalAttachment").orElse(false),
                fields.text("sessionId").orElse(null));
    }

    private GrantType grantType(RequestFields fields) {
        String name = fields.text("grantType")
                .orElseThrow(() -> badRequest(ResultCode.GRANT_TYPE_MISSING, "grantType is missing."));
        if (name.equals(GrantType.REFRESH_TOKEN.name())) {
            throw badRequest(ResultCode.GRANT_TYPE_REFRESH_TOKEN, "No token can be created for the grantType REFRESH_TOKEN.");
        }
        return service.grantTypes().stream().filter(grantType -> grantType.name().equals(name)).findFirst()
                .orElseThrow(() -> badRequest(ResultCode.GRANT_TYPE_DISABLED,
                        "grantType is not among the grant types that the service has enabled."));
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
        if (subject.length() > MAX_SUBJECT_LENGTH) {
            throw badRequest(ResultCode.SUBJECT_TOO_LONG,
                    "subject must have at most " + MAX_SUBJECT_LENGTH + " characters.");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(subject)) {
            throw badRequest(ResultCode.SUBJECT_NOT_ASCII, "subject must consist of ASCII characters.");
        }
        return subject;
    }

    private List<String> scopes(RequestFields fields) {
        List<String> scopes = fields.texts("scopes").orElse(List.of());
        if (!scopes.stream().allMatch(service::supportsScope)) {
            throw badRequest(ResultCode.SCOPE_UNSUPPORTED, "scopes contains a scope that the service does not support.");
        }
        return scopes;
    }

    /** A client ID of 0 is like none: clients without null send it. */
    private long clientId(RequestFields fields) {
        long clientId = fields.number("clientId").orElse(0);
        if (clientId == 0) {
            String identifier = fields.text("clientIdentifier").orElseThrow(() -> badRequest(
                    ResultCode.CREATE_CLIENT_UNKNOWN, "Neither clientId nor clientIdentifier is given."));
            clientId = ClientIdentifier.numeric(identifier).orElseThrow(() -> badRequest(ResultCode.CREATE_CLIENT_UNKNOWN,
                    "There is no client of that alias; the emulator knows numeric client IDs only."));
        }
        return switch (clients.of(clientId)) {
            case OWN -> clientId;
            case LOCKED -> throw forbidden(ResultCode.CREATE_CLIENT_LOCKED, "The client is locked.");
            case OF_ANOTHER_SERVICE -> throw forbidden(ResultCode.CREATE_CLIENT_FOREIGN,
                    "The client belongs to another service.");
            case UNKNOWN -> throw badRequest(ResultCode.CREATE_CLIENT_UNKNOWN, "There is no such client.");
        };
    }

    private static RefusedException forbidden(ResultCode code, String detail) {
        return RefusedException.action("FORBIDDEN", code, detail);
    }

    private static void checkClientFlags(RequestFields fields) {
        if (Stream.of("clientIdAliasUsed", "clientEntityIdUsed", "metadataDocumentUsed")
                .filter(name -> fields.flag(name).orElse(false)).count() > 1) {
            throw badRequest(ResultCode.CLIENT_FLAGS_EXCLUSIVE,
                    "Only one of clientIdAliasUsed, clientEntityIdUsed and metadataDocumentUsed may be true.");
        }
    }

    /** Without a subject nobody was authenticated, and the time is ignored. */
    private static void checkAuthTime(RequestFields fields, String subject) {
        if (subject != null && fields.number("authTime").orElse(0) < 0) {
            throw badRequest(ResultCode.AUTH_TIME_NEGATIVE, "authTime must not be negative.");
        }
    }

    private static long duration(RequestFields fields, String name) {
        long seconds = fields.number(name).orElse(0);
        if (seconds < 0) {
            throw badRequest(ResultCode.DURATION_INVALID, name + " must not be negative.");
        }
        return seconds;
    }

    private Optional<String> refreshToken(RequestFields fields, GrantType grantType) {
        Optional<String> refreshToken = fields.text("refreshToken");
        if (refreshToken.isPresent() && !service.issuesRefreshToken(grantType)) {
            throw switch (grantType) {
                case IMPLICIT -> noRefreshToken(ResultCode.REFRESH_TOKEN_OF_IMPLICIT, "the grantType IMPLICIT");
                case CLIENT_CREDENTIALS -> noRefreshToken(ResultCode.REFRESH_TOKEN_OF_CLIENT_CREDENTIALS,
                        "the grantType CLIENT_CREDENTIALS");
                default -> noRefreshToken(ResultCode.REFRESH_TOKEN_OF_SERVICE,
                        "a service that has not enabled the grant type REFRESH_TOKEN");
            };
        }
        return refreshToken;
    }

    private static RefusedException noRefreshToken(ResultCode code, String reason) {
        return badRequest(code, "refreshToken is given, but there are no refresh tokens with " + reason + ".");
    }
}

package io.quarkiverse.authlete.deployment.devservice;

/**
 * The result codes the emulator answers with. Of Authlete's own codes only a few are public; the codes ending in 80 and
 * above are the emulator's, follow the published pattern (third digit from the right: 1 Authlete, 2 the service's request,
 * 3 the client), and stay clear of the low numbers so that nobody takes them for one of Authlete's.
 */
enum ResultCode {

    // Published by Authlete.
    SERVER_ERROR("A001101"),
    AUTHORIZATION_MISSING("A001202"),
    TOKEN_CREATED("A109001"),
    TOKEN_UPDATED("A135001"),
    TOKENS_REVOKED("A312001"),

    // The emulator's own: any endpoint.
    FAULT_ON_DEMAND("A001180"),
    API_TOKEN_INVALID("A001280"),
    SERVICE_FORBIDDEN("A001281"),
    PATH_UNKNOWN("A001282"),
    METHOD_NOT_ALLOWED("A001283"),
    BODY_TOO_LARGE("A001284"),
    CONTENT_TYPE_UNSUPPORTED("A001285"),
    BODY_MALFORMED("A001286"),
    URL_MALFORMED("A001287"),
    RATE_LIMIT_EXCEEDED("A001288"),
    DPOP_REQUIRED("A001297"),
    DPOP_PROOF_INVALID("A001298"),
    DPOP_NONCE_REQUIRED("A001299"),

    // The emulator's own: list and delete, whose numbers are not public.
    RANGE_INVALID("A001290"),
    TOKEN_STATUS_INVALID("A001291"),
    CLIENT_UNKNOWN("A001292"),
    DELETE_IDENTIFIER_MISSING("A001293"),
    DELETE_TOKEN_UNKNOWN("A001294"),
    LIST_CLIENT_FORBIDDEN("A001390"),

    // The emulator's own: create.
    GRANT_TYPE_MISSING("A109280"),
    GRANT_TYPE_INVALID("A109281"),
    CLIENT_MISSING("A109282"),
    CLIENT_ALIAS_UNKNOWN("A109283"),
    SUBJECT_MISSING("A109284"),
    SUBJECT_INVALID("A109285"),
    SCOPE_UNSUPPORTED("A109286"),
    DURATION_INVALID("A109287"),
    ACCESS_TOKEN_EXISTS("A109288"),
    REFRESH_TOKEN_EXISTS("A109289"),
    CREATE_CLIENT_FORBIDDEN("A109380"),

    // The emulator's own: batches.
    BATCH_TAKEN("A109080"),
    BATCH_STATUS_TOLD("A109081"),
    BATCH_EMPTY("A109290"),
    BATCH_UNKNOWN("A109291"),
    DRY_RUN_INVALID("A109292"),

    // The emulator's own: update and revoke.
    UPDATE_TOKEN_MISSING("A135280"),
    UPDATE_TOKEN_UNKNOWN("A135281"),
    REVOKE_TARGET_MISSING("A312280");

    private final String code;

    ResultCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The message of an error, in the published form. */
    String message(String path, String detail) {
        return "[" + code + "] " + path + ", " + detail;
    }
}

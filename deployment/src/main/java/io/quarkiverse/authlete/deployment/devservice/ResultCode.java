package io.quarkiverse.authlete.deployment.devservice;

/**
 * The result codes the emulator answers with. Third digit from the right: 0 success, 1 Authlete, 2 the service, 3 the client.
 */
enum ResultCode {

    // Published: any endpoint.
    FRAMEWORK("A000201"),
    SERVER_ERROR("A001101"),
    AUTHORIZATION_MISSING("A001202"),
    AUTHORIZATION_MALFORMED("A001203"),
    CLIENT_ID_UNKNOWN("A001212"),
    CLIENT_ID_FOREIGN("A001213"),
    CLIENT_ID_LOCKED("A001215"),
    CLIENT_ID_INVALID("A001216"),
    CLIENT_ALIAS_UNKNOWN("A001218"),
    DPOP_PROOF_MISSING("A001301"),
    DPOP_KEY_DIFFERENT("A001302"),
    DPOP_PROOF_INVALID("A001303"),
    DPOP_ALGORITHM_REFUSED("A001304"),
    DPOP_KEY_MISSING("A001305"),
    DPOP_ALGORITHM_MISSING("A001306"),
    CONTENT_TYPE_MISSING("A258201"),
    ACCESS_RIGHT_MISSING("A457101"),

    // Published: list.
    START_INVALID("A159201"),
    START_NEGATIVE("A159202"),
    END_INVALID("A159203"),
    END_NEGATIVE("A159204"),
    PAGE_TOO_LARGE("A159205"),

    // Published: create, in the order of its checks.
    GRANT_TYPE_MISSING("A104201"),
    GRANT_TYPE_REFRESH_TOKEN("A104202"),
    GRANT_TYPE_DISABLED("A104203"),
    SUBJECT_MISSING("A105201"),
    SUBJECT_TOO_LONG("A105202"),
    SUBJECT_NOT_ASCII("A105203"),
    SCOPE_UNSUPPORTED("A106201"),
    CREATE_CLIENT_UNKNOWN("A107201"),
    CREATE_CLIENT_FOREIGN("A107202"),
    CREATE_CLIENT_LOCKED("A107203"),
    PROPERTIES_TOO_LARGE("A108201"),
    REFRESH_TOKEN_OF_SERVICE("A108202"),
    REFRESH_TOKEN_OF_IMPLICIT("A108203"),
    REFRESH_TOKEN_OF_CLIENT_CREDENTIALS("A108204"),
    ACCESS_TOKEN_EXISTS("A144201"),
    REFRESH_TOKEN_EXISTS("A144202"),
    TOKEN_CREATED("A109001"),

    // Published: batches.
    BATCH_ACCEPTED("A482001"),
    BATCH_STATUS_TOLD("A447001"),
    BATCH_UNKNOWN("A481302"),

    // Published: update, delete, revoke.
    UPDATE_TOKEN_MISSING("A134201"),
    UPDATE_TOKEN_UNKNOWN("A134202"),
    UPDATE_TOKEN_FOREIGN("A134203"),
    TOKEN_UPDATED("A135001"),
    DELETE_TOKEN_MISSING("A161201"),
    DELETE_TOKEN_UNKNOWN("A161202"),
    DELETE_TOKEN_FOREIGN("A161203"),
    TOKENS_REVOKED("A312001"),

    // The emulator's own, for what has no published code. They end in 80 and above so that nobody takes them for Authlete's.
    FAULT_ON_DEMAND("A001180"),
    API_TOKEN_INVALID("A001280"),
    DPOP_NONCE_REQUIRED("A001380"),
    TOKEN_STATUS_INVALID("A159280"),
    DURATION_INVALID("A108280"),
    AUTH_TIME_NEGATIVE("A108281"),
    CLIENT_FLAGS_EXCLUSIVE("A108282"),
    BATCH_EMPTY("A482280"),
    DRY_RUN_INVALID("A482281"),
    BATCH_TOKEN_MISSING("A482282"),
    UPDATE_PROPERTIES_TOO_LARGE("A135280"),
    REVOKE_TARGET_MISSING("A312280");

    private static final String GENERAL = "A001";

    private final String code;

    ResultCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The message of an error in the published form: general checks tell the path, operations do not. */
    String message(String path, String detail) {
        return switch (this) {
            case ACCESS_RIGHT_MISSING -> "[" + code + "] (" + path + ") " + detail;
            default -> "[" + code + "] " + (code.startsWith(GENERAL) ? path + ", " : "") + detail;
        };
    }

    /** The message of a success. */
    String message(String detail) {
        return "[" + code + "] " + detail;
    }
}

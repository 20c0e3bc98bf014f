package io.quarkiverse.authlete.deployment.devservice;

/** A call that is answered with an error: by its HTTP status, or by the action in the body of a 200. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String action;
    private final ResultCode code;

    private RefusedException(int status, String action, ResultCode code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.action = action;
        this.code = code;
    }

    static RefusedException http(int status, ResultCode code, String detail) {
        return new RefusedException(status, null, code, detail);
    }

    /** Refused before any operation has seen it. */
    static RefusedException framework(int status, String detail) {
        return http(status, ResultCode.FRAMEWORK, detail);
    }

    /** The request is fine as HTTP, but create or update does not do what it asks for. */
    static RefusedException action(String action, ResultCode code, String detail) {
        return new RefusedException(200, action, code, detail);
    }

    int status() {
        return status;
    }

    /** The action in the body, or null if the body has none. */
    String action() {
        return action;
    }

    ResultCode code() {
        return code;
    }
}

package io.quarkiverse.authlete.deployment.devservice;

/** A DPoP proof that is missing or wrong. */
final class ProofRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final ResultCode code;

    private ProofRefusedException(String error, ResultCode code, String detail) {
        super(detail, null, false, false);
        this.error = error;
        this.code = code;
    }

    static ProofRefusedException proof(ResultCode code, String detail) {
        return new ProofRefusedException("invalid_dpop_proof", code, detail);
    }

    static ProofRefusedException nonce(String detail) {
        return new ProofRefusedException("use_dpop_nonce", ResultCode.DPOP_NONCE_REQUIRED, detail);
    }

    static ProofRefusedException key(String detail) {
        return new ProofRefusedException("invalid_token", ResultCode.DPOP_KEY_DIFFERENT, detail);
    }

    static ProofRefusedException missing(String detail) {
        return new ProofRefusedException("invalid_token", ResultCode.DPOP_PROOF_MISSING, detail);
    }

    /** The error code for the WWW-Authenticate header. */
    String error() {
        return error;
    }

    ResultCode code() {
        return code;
    }
}

package io.quarkiverse.authlete.runtime;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** The table of operations: how each is called, and what answers it. */
public enum Endpoint {

    LIST(TokenOperation.LIST, "list", "GET", "get/list", TokenListResponse.class),
    CREATE(TokenOperation.CREATE, "create", "POST", "create", TokenCreateResponse.class),
    CREATE_BATCH(TokenOperation.CREATE_BATCH, "createBatch", "POST", "create/batch", TokenBatchResponse.class),
    BATCH_STATUS(TokenOperation.BATCH_STATUS, "batchStatus", "GET", "create/batch/status/", TokenBatchStatusResponse.class),
    UPDATE(TokenOperation.UPDATE, "update", "POST", "update", TokenUpdateResponse.class),
    DELETE(TokenOperation.DELETE, "delete", "DELETE", "delete/", Void.class),
    REVOKE(TokenOperation.REVOKE, "revoke", "POST", "revoke", TokenRevokeResponse.class);

    /** {@code values()} makes a copy. */
    private static final Endpoint[] BY_OPERATION = values();

    private final TokenOperation operation;
    private final String method;
    private final String httpMethod;
    private final String path;
    private final Class<?> responseType;

    Endpoint(TokenOperation operation, String method, String httpMethod, String path, Class<?> responseType) {
        this.operation = operation;
        this.method = method;
        this.httpMethod = httpMethod;
        this.path = path;
        this.responseType = responseType;
    }

    public static Endpoint of(TokenOperation operation) {
        return BY_OPERATION[operation.ordinal()];
    }

    /** @param method the name of a method of the clients */
    public static Endpoint ofMethod(String method) {
        for (Endpoint endpoint : values()) {
            if (endpoint.method.equals(method)) {
                return endpoint;
            }
        }
        throw new IllegalArgumentException("No operation has the method " + method);
    }

    public TokenOperation operation() {
        return operation;
    }

    /** @return the name of the method of the clients: {@code createBatch}, ... */
    public String method() {
        return method;
    }

    public String httpMethod() {
        return httpMethod;
    }

    /** @return the path below {@code /api/{serviceId}/auth/token/}; ends with a slash if an identifier follows */
    public String path() {
        return path;
    }

    /** @return the type of the answer; {@link Void} for one without a body */
    public Class<?> responseType() {
        return responseType;
    }
}

package io.quarkiverse.authlete.runtime;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/**
 * How an operation is called, and what answers it.
 *
 * @param method the name of the method of the clients
 * @param path the path below {@code /api/{serviceId}/auth/token/}, up to the identifier if one follows
 * @param identifier the name of that identifier; empty if none follows
 * @param responseType the type of the answer; {@link Void} for one without a body
 */
public record Endpoint(TokenOperation operation, String method, String httpMethod, String path, String identifier,
        Class<?> responseType) {

    private static final Map<TokenOperation, Endpoint> TABLE = new EnumMap<>(Stream.of(
            new Endpoint(TokenOperation.LIST, "list", "GET", "get/list", "", TokenListResponse.class),
            new Endpoint(TokenOperation.CREATE, "create", "POST", "create", "", TokenCreateResponse.class),
            new Endpoint(TokenOperation.CREATE_BATCH, "createBatch", "POST", "create/batch", "", TokenBatchResponse.class),
            new Endpoint(TokenOperation.BATCH_STATUS, "batchStatus", "GET", "create/batch/status/", "requestId",
                    TokenBatchStatusResponse.class),
            new Endpoint(TokenOperation.UPDATE, "update", "POST", "update", "", TokenUpdateResponse.class),
            new Endpoint(TokenOperation.DELETE, "delete", "DELETE", "delete/", "accessTokenIdentifier", Void.class),
            new Endpoint(TokenOperation.REVOKE, "revoke", "POST", "revoke", "", TokenRevokeResponse.class))
            .collect(Collectors.toMap(Endpoint::operation, Function.identity())));

    public static Endpoint of(TokenOperation operation) {
        return TABLE.get(operation);
    }

    /** @param method the name of a method of the clients */
    public static Endpoint ofMethod(String method) {
        return TABLE.values().stream().filter(endpoint -> endpoint.method.equals(method)).findFirst().orElseThrow();
    }
}

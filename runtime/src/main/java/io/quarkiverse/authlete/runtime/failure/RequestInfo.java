package io.quarkiverse.authlete.runtime.failure;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/**
 * What matters of a request when it fails.
 *
 * @param idempotent whether sending it again has no further effect
 * @param secrets the values in it that are tokens or may be tokens
 */
public record RequestInfo(TokenOperation operation, boolean idempotent, Set<String> secrets) {

    /** @param request its request, {@code null} for those without a body */
    public static RequestInfo of(TokenOperation operation, TokenRequest request) {
        return new RequestInfo(operation, isIdempotent(operation, request),
                request == null ? Set.of() : request.secrets());
    }

    public static RequestInfo delete(String accessTokenIdentifier) {
        return new RequestInfo(TokenOperation.DELETE, true,
                accessTokenIdentifier == null ? Set.of() : Set.of(accessTokenIdentifier));
    }

    /** @param requests the requests of a batch, may be {@code null} and have {@code null} in it */
    public static RequestInfo batch(Collection<TokenCreateRequest> requests) {
        return new RequestInfo(TokenOperation.CREATE_BATCH, false, requests == null ? Set.of()
                : requests.stream().filter(Objects::nonNull).flatMap(request -> request.secrets().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isIdempotent(TokenOperation operation, TokenRequest request) {
        return switch (operation) {
            case LIST, BATCH_STATUS, DELETE, REVOKE -> true;
            // Sent twice, the token value that the first answer brought would be invalid.
            case UPDATE -> request instanceof TokenUpdateRequest update && !update.changesTokenValue();
            // A dry run too: a server that does not know the parameter creates the tokens.
            case CREATE, CREATE_BATCH -> false;
        };
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "RequestInfo[operation=" + operation + ", idempotent=" + idempotent + "]";
    }
}

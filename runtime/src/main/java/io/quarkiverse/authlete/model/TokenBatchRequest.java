package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Asks to create many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server
 * takes the batch and creates the tokens later; it returns no token values, so this is for tokens whose values are chosen by
 * the caller, in a migration for example. Each request needs its {@code accessToken}, and on a service with the refresh grant
 * its {@code refreshToken}, too.
 *
 * @param requests what to create, in the body as a JSON array; at least one
 * @param dryRun whether the server only checks the requests and creates nothing; sent as a query parameter
 */
public record TokenBatchRequest(List<TokenCreateRequest> requests, boolean dryRun) implements TokenRequest {

    public TokenBatchRequest {
        requests = Lists.strict("requests", requests);
    }

    /**
     * @param requests what to create
     * @return a batch of these
     */
    public static TokenBatchRequest of(Collection<TokenCreateRequest> requests) {
        return new TokenBatchRequest(Lists.strict("requests", requests), false);
    }

    /**
     * @param requests what to create
     * @return a batch of these
     */
    public static TokenBatchRequest of(TokenCreateRequest... requests) {
        return of(Arrays.asList(requests));
    }

    /** @return the same batch as a dry run: the server only checks the requests and creates nothing */
    public TokenBatchRequest asDryRun() {
        return new TokenBatchRequest(requests, true);
    }

    @Override
    @JsonIgnore
    public Set<String> secrets() {
        return requests == null ? Set.of()
                : requests.stream().flatMap(request -> request.secrets().stream()).collect(Collectors.toUnmodifiableSet());
    }
}

package io.quarkiverse.authlete.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.immutables.value.Value;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Asks to create many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server
 * accepts the batch and creates the tokens later. It returns no token values, so choose them yourself, in a migration for
 * example. Each request needs its {@code accessToken}, and on a service with the refresh grant
 * its {@code refreshToken}, too.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenBatchRequest.Builder.class)
public abstract non-sealed class TokenBatchRequest implements TokenRequest {

    TokenBatchRequest() {
    }

    /** What to create, in the body as a JSON array; at least one. */
    @JsonSetter(nulls = Nulls.SKIP)
    public abstract List<TokenCreateRequest> requests();

    /** Whether the server only checks the requests and creates nothing; sent as a query parameter. */
    public abstract boolean dryRun();

    /** A batch of these requests. */
    public static TokenBatchRequest of(Collection<TokenCreateRequest> requests) {
        return builder().requests(requests).build();
    }

    /** A batch of these requests. */
    public static TokenBatchRequest of(TokenCreateRequest... requests) {
        return builder().requests(requests).build();
    }

    /** The same batch as a dry run: the server only checks the requests and creates nothing. */
    public TokenBatchRequest asDryRun() {
        return toBuilder().dryRun(true).build();
    }

    @Override
    public Set<String> secrets() {
        return requests() == null ? Set.of()
                : requests().stream().flatMap(request -> request.secrets().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenBatchRequest}. */
    public static final class Builder extends ImmutableTokenBatchRequest.Builder {

        Builder() {
            requests(List.of());
        }

        /** What to create. */
        public Builder requests(TokenCreateRequest... requests) {
            return requests(Arrays.asList(requests));
        }

        /** What to create. */
        public Builder requests(Collection<TokenCreateRequest> requests) {
            return requests(new ArrayList<>(requests));
        }
    }
}

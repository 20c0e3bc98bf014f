package io.quarkiverse.authlete.model;

import java.util.Set;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Asks for the access tokens of a service: the query of {@code GET /api/{serviceId}/auth/token/get/list}. What is
 * not set narrows nothing.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = TokenListRequest.Builder.class)
public abstract non-sealed class TokenListRequest implements TokenRequest {

    TokenListRequest() {
    }

    /** Only tokens of the client with this ID or alias; {@code null} for any client. */
    public abstract @Nullable String clientIdentifier();

    /** Only tokens of this user; {@code null} for any user. */
    public abstract @Nullable String subject();

    /** The index of the first token to return; {@code null} for the server's default, 0. */
    public abstract @Nullable Integer start();

    /**
     * The index after the last token to return, at most 20 after {@code start}; with {@code start} itself the server only
     * counts. {@code null} stands for 20 tokens from {@code start} on, or without a {@code start} for the server's default,
     * which is documented as 5 and as 20.
     */
    public abstract @Nullable Integer end();

    /** Only tokens with this status; {@code null} leaves it to the server. */
    public abstract @Nullable TokenStatus tokenStatus();

    /** A request for all tokens, of which the server returns the first few unless a range is set. */
    public static TokenListRequest all() {
        return builder().build();
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenListRequest}. */
    public static final class Builder extends ImmutableTokenListRequest.Builder {

        Builder() {
        }

        /** Only tokens of the client with this ID. */
        public Builder clientIdentifier(long id) {
            return clientIdentifier(Long.toString(id));
        }

        /**
         * @param startInclusive the index of the first token to return, from 0
         * @param endExclusive the index after the last token to return, at most 20 after the first; the same index to return
         *        none and only count
         */
        public Builder range(int startInclusive, int endExclusive) {
            return start(startInclusive).end(endExclusive);
        }
    }
}

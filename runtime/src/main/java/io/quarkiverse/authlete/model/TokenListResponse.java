package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.List;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A page of the access tokens of a service: the answer of {@code GET /api/{serviceId}/auth/token/get/list}.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenListResponse.Builder.class)
public abstract non-sealed class TokenListResponse implements TokenResponse {

    TokenListResponse() {
    }

    /** The {@code start} of the request, or its default. */
    public abstract int start();

    /**
     * The {@code end} of the request, or its default, however many tokens there are: the page has as many as
     * {@code accessTokens}.
     */
    public abstract int end();

    /** How many tokens match in all; {@code null} if the server does not tell. */
    public abstract @Nullable Long totalCount();

    /** The client the tokens were asked for; {@code null} if the request named none. */
    public abstract @Nullable LimitedClient client();

    /** The user the tokens were asked for; {@code null} if the request named none. */
    public abstract @Nullable String subject();

    /** The tokens in this page. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<AccessToken> accessTokens();

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenListResponse}. */
    public static final class Builder extends ImmutableTokenListResponse.Builder {

        Builder() {
            accessTokens(List.of());
        }

        /** The tokens in this page. */
        public Builder accessTokens(AccessToken... accessTokens) {
            return accessTokens(Arrays.asList(accessTokens));
        }
    }
}

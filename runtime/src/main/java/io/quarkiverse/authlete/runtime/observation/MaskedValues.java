package io.quarkiverse.authlete.runtime.observation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** Copies of requests and answers for those who must not see secrets: what {@code toString} masks is not there at all. */
final class MaskedValues {

    private static final String MASK = "***";

    private MaskedValues() {
    }

    static @Nullable TokenRequest of(@Nullable TokenRequest request) {
        if (request instanceof TokenCreateRequest create) {
            return create(create);
        }
        if (request instanceof TokenBatchRequest batch) {
            return batch.toBuilder().requests(batch.requests().stream().map(MaskedValues::create).toList()).build();
        }
        if (request instanceof TokenUpdateRequest update) {
            return update.toBuilder().accessToken(mask(update.accessToken())).refreshToken(mask(update.refreshToken()))
                    .properties(properties(update.properties())).build();
        }
        if (request instanceof TokenRevokeRequest revoke) {
            return revoke.toBuilder().accessTokenIdentifier(mask(revoke.accessTokenIdentifier()))
                    .refreshTokenIdentifier(mask(revoke.refreshTokenIdentifier())).build();
        }
        if (request == null || request instanceof TokenListRequest) {
            return request;
        }
        throw new IllegalStateException("Secrets in a " + request.getClass().getName());
    }

    static @Nullable TokenResponse of(@Nullable TokenResponse response) {
        if (response instanceof TokenCreateResponse created) {
            return created.toBuilder().accessToken(mask(created.accessToken())).refreshToken(mask(created.refreshToken()))
                    .jwtAccessToken(mask(created.jwtAccessToken())).sessionId(mask(created.sessionId()))
                    .properties(properties(created.properties())).build();
        }
        if (response instanceof TokenUpdateResponse updated) {
            return updated.toBuilder().accessToken(mask(updated.accessToken()))
                    .properties(properties(updated.properties())).build();
        }
        if (response instanceof TokenListResponse list && list.accessTokens().stream().anyMatch(MaskedValues::hides)) {
            return list.toBuilder().accessTokens(list.accessTokens().stream()
                    .map(token -> token.toBuilder().properties(properties(token.properties())).build()).toList()).build();
        }
        return response;
    }

    private static TokenCreateRequest create(TokenCreateRequest create) {
        return create.toBuilder().accessToken(mask(create.accessToken())).refreshToken(mask(create.refreshToken()))
                .sessionId(mask(create.sessionId())).properties(properties(create.properties())).build();
    }

    private static boolean hides(AccessToken token) {
        return token.properties().stream().anyMatch(Property::hidden);
    }

    private static @Nullable List<Property> properties(@Nullable List<Property> properties) {
        return properties == null ? null
                : properties.stream().map(property -> property.hidden()
                        ? Property.hidden(property.key(), mask(property.value()))
                        : property).toList();
    }

    private static @Nullable String mask(@Nullable String secret) {
        return secret == null ? null : MASK;
    }
}

package io.quarkiverse.authlete.runtime.observation;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
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
        if (request == null || request.secrets().isEmpty()) {
            return request;
        }
        if (request instanceof TokenCreateRequest create) {
            return create(create);
        }
        if (request instanceof TokenBatchRequest batch) {
            return batch.toBuilder().requests(batch.requests().stream().map(MaskedValues::create).toList()).build();
        }
        if (request instanceof TokenUpdateRequest update) {
            return update.toBuilder().accessToken(mask(update.accessToken())).refreshToken(mask(update.refreshToken()))
                    .build();
        }
        if (request instanceof TokenRevokeRequest revoke) {
            return revoke.toBuilder().accessTokenIdentifier(mask(revoke.accessTokenIdentifier()))
                    .refreshTokenIdentifier(mask(revoke.refreshTokenIdentifier())).build();
        }
        throw new IllegalStateException("Secrets in a " + request.getClass().getName());
    }

    static @Nullable TokenResponse of(@Nullable TokenResponse response) {
        if (response instanceof TokenCreateResponse created) {
            return created.toBuilder().accessToken(mask(created.accessToken())).refreshToken(mask(created.refreshToken()))
                    .jwtAccessToken(mask(created.jwtAccessToken())).sessionId(mask(created.sessionId())).build();
        }
        if (response instanceof TokenUpdateResponse updated) {
            return updated.toBuilder().accessToken(mask(updated.accessToken())).build();
        }
        return response;
    }

    private static TokenCreateRequest create(TokenCreateRequest create) {
        return create.toBuilder().accessToken(mask(create.accessToken())).refreshToken(mask(create.refreshToken()))
                .sessionId(mask(create.sessionId())).build();
    }

    private static @Nullable String mask(@Nullable String secret) {
        return secret == null ? null : MASK;
    }
}

package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

import io.quarkiverse.authlete.model.TokenCreateResponse;

/** A token with its value, which is never to be seen again. */
public record NewToken(String accessToken, String refreshToken, String jwtAccessToken, Long expiresAt, List<String> scopes) {

    static NewToken of(TokenCreateResponse created) {
        return new NewToken(created.accessToken(), created.refreshToken(), created.jwtAccessToken(), created.expiresAt(),
                created.scopes());
    }

    /** Leaves out the values. */
    @Override
    public String toString() {
        return "NewToken[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}

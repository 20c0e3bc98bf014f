package io.quarkiverse.authlete.runtime.devui;

import java.time.Instant;
import java.util.List;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenListResponse;

/**
 * A page of tokens, which are named by their hashes.
 *
 * @param now the time by which they expire, that of the emulator for example; in milliseconds since the epoch
 * @param total how many there are in all pages; {@code null} if the server does not say
 * @param tokens those of the page
 */
public record TokenPage(long now, Long total, List<Entry> tokens) {

    /**
     * A token. Points in time are milliseconds since the epoch, {@code null} if there is none. The client is text, for it may
     * be too large for a number of JavaScript.
     */
    public record Entry(String accessTokenHash, String refreshTokenHash, String client, String subject, String grantType,
            List<String> scopes, long createdAt, Long accessTokenExpiresAt, Long refreshTokenExpiresAt) {

        static Entry of(AccessToken token) {
            GrantType grantType = token.grantType();
            return new Entry(token.accessTokenHash(), token.refreshTokenHash(), Long.toString(token.clientId()),
                    token.subject(), grantType == null ? null : grantType.value(), token.scopes(), token.createdAt(),
                    millis(token.accessTokenExpiry()),
                    millis(token.refreshTokenExpiry()));
        }
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    static TokenPage of(TokenListResponse page, Instant now) {
        return new TokenPage(now.toEpochMilli(), page.totalCount(), page.accessTokens().stream().map(Entry::of).toList());
    }
}

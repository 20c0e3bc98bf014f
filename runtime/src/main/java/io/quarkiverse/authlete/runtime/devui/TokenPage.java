package io.quarkiverse.authlete.runtime.devui;

import java.time.Instant;
import java.util.List;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
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
            List<String> scopes, List<EntryProperty> properties, long createdAt, Long accessTokenExpiresAt,
            Long refreshTokenExpiresAt, Long lastRefreshedAt) {

        static Entry of(AccessToken token) {
            GrantType grantType = token.grantType();
            return new Entry(token.accessTokenHash(), token.refreshTokenHash(), Long.toString(token.clientId()),
                    token.subject(), grantType == null ? null : grantType.value(), token.scopes(),
                    token.properties().stream().map(EntryProperty::of).toList(), token.createdAt(),
                    millis(token.accessTokenExpiry()), millis(token.refreshTokenExpiry()), millis(token.lastRefresh()));
        }
    }

    /**
     * A property.
     *
     * @param value {@code null} if it is hidden: it may be a secret then
     */
    public record EntryProperty(String key, String value, boolean hidden) {

        static EntryProperty of(Property property) {
            return new EntryProperty(property.key(), property.hidden() ? null : property.value(), property.hidden());
        }
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    static TokenPage of(TokenListResponse page, Instant now) {
        return new TokenPage(now.toEpochMilli(), page.totalCount(), page.accessTokens().stream().map(Entry::of).toList());
    }
}

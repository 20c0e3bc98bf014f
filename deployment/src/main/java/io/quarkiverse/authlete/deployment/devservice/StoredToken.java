package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.UUID;

/**
 * An access token and, if it has one, its refresh token. Only what some response can show is kept, and no token value is.
 * Absent members are null; an expiry of 0 means never. Times are in milliseconds, and rounded to whole seconds.
 *
 * @param sequence the position in the order of creation
 * @param properties a JSON array, or null
 * @param authorizationDetails a JSON object, or null
 */
record StoredToken(int sequence, UUID tokenId, TokenHash accessTokenHash, TokenHash refreshTokenHash, long clientId,
        String subject, GrantType grantType, List<String> scopes, List<String> refreshTokenScopes, String properties,
        String authorizationDetails, long createdAt, long accessTokenExpiresAt, long refreshTokenExpiresAt, boolean dpopBound,
        boolean forExternalAttachment) {

    private static final long SECOND = 1000;

    StoredToken {
        createdAt = wholeSeconds(createdAt);
        accessTokenExpiresAt = wholeSeconds(accessTokenExpiresAt);
        refreshTokenExpiresAt = wholeSeconds(refreshTokenExpiresAt);
    }

    /** The nearest whole second, in milliseconds; that of a time which is not 0 is not 0 either. */
    static long wholeSeconds(long millis) {
        if (millis > 0 && millis < SECOND) {
            return SECOND;
        }
        long down = millis - millis % SECOND;
        return millis - down < SECOND / 2 || down > Long.MAX_VALUE - SECOND ? down : down + SECOND;
    }

    String tokenType() {
        return dpopBound ? "DPoP" : "Bearer";
    }

    boolean hasRefreshToken() {
        return refreshTokenHash != null;
    }

    boolean isPersistent() {
        return accessTokenExpiresAt == 0;
    }

    Builder toBuilder() {
        Builder builder = new Builder(grantType, clientId, createdAt);
        builder.sequence = sequence;
        builder.tokenId = tokenId;
        builder.accessTokenHash = accessTokenHash;
        builder.refreshTokenHash = refreshTokenHash;
        builder.subject = subject;
        builder.scopes = scopes;
        builder.refreshTokenScopes = refreshTokenScopes;
        builder.properties = properties;
        builder.authorizationDetails = authorizationDetails;
        builder.accessTokenExpiresAt = accessTokenExpiresAt;
        builder.refreshTokenExpiresAt = refreshTokenExpiresAt;
        builder.dpopBound = dpopBound;
        builder.forExternalAttachment = forExternalAttachment;
        return builder;
    }

    static final class Builder {

        private final GrantType grantType;
        private final long clientId;
        private final long createdAt;
        private int sequence;
        private UUID tokenId;
        private TokenHash accessTokenHash;
        private TokenHash refreshTokenHash;
        private String subject;
        private List<String> scopes = List.of();
        private List<String> refreshTokenScopes;
        private String properties;
        private String authorizationDetails;
        private long accessTokenExpiresAt;
        private long refreshTokenExpiresAt;
        private boolean dpopBound;
        private boolean forExternalAttachment;

        Builder(GrantType grantType, long clientId, long createdAt) {
            this.grantType = grantType;
            this.clientId = clientId;
            this.createdAt = createdAt;
        }

        Builder tokenId(UUID tokenId) {
            this.tokenId = tokenId;
            return this;
        }

        Builder accessTokenHash(TokenHash accessTokenHash) {
            this.accessTokenHash = accessTokenHash;
            return this;
        }

        Builder refreshToken(TokenHash hash, long expiresAt, List<String> scopes) {
            this.refreshTokenHash = hash;
            this.refreshTokenExpiresAt = expiresAt;
            this.refreshTokenScopes = scopes;
            return this;
        }

        Builder subject(String subject) {
            this.subject = subject;
            return this;
        }

        Builder scopes(List<String> scopes) {
            this.scopes = scopes;
            return this;
        }

        Builder properties(String properties) {
            this.properties = properties;
            return this;
        }

        Builder authorizationDetails(String authorizationDetails) {
            this.authorizationDetails = authorizationDetails;
            return this;
        }

        Builder accessTokenExpiresAt(long accessTokenExpiresAt) {
            this.accessTokenExpiresAt = accessTokenExpiresAt;
            return this;
        }

        Builder refreshTokenExpiresAt(long refreshTokenExpiresAt) {
            this.refreshTokenExpiresAt = refreshTokenExpiresAt;
            return this;
        }

        Builder dpopBound(boolean dpopBound) {
            this.dpopBound = dpopBound;
            return this;
        }

        Builder forExternalAttachment(boolean forExternalAttachment) {
            this.forExternalAttachment = forExternalAttachment;
            return this;
        }

        StoredToken build() {
            return build(sequence);
        }

        /** The store decides on the sequence of a new token. */
        StoredToken build(int sequence) {
            return new StoredToken(sequence, tokenId, accessTokenHash, refreshTokenHash, clientId, subject, grantType, scopes,
                    refreshTokenScopes, properties, authorizationDetails, createdAt, accessTokenExpiresAt,
                    refreshTokenExpiresAt, dpopBound, forExternalAttachment);
        }
    }
}

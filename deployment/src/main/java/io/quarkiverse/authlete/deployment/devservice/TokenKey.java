package io.quarkiverse.authlete.deployment.devservice;

/** What a caller names a token by. */
record TokenKey(Kind kind, String text) {

    enum Kind {
        ACCESS_TOKEN,
        ACCESS_TOKEN_HASH,
        /** The value or the hash; a value wins. */
        ACCESS_TOKEN_IDENTIFIER,
        REFRESH_TOKEN,
        REFRESH_TOKEN_HASH,
        /** The value or the hash; a value wins. */
        REFRESH_TOKEN_IDENTIFIER,
        /** Either identifier; that of an access token wins. */
        IDENTIFIER,
        TOKEN_ID
    }

    /** The text may be a token. */
    @Override
    public String toString() {
        return "TokenKey[" + kind + "]";
    }
}

package io.quarkiverse.authlete.runtime.client;

/** What the answers of one service have told about it, for creates that happen exactly once. Used by all threads. */
final class ServiceFacts {

    /** What is known about the use of a value for a second token. */
    enum Duplicates {
        /** Nothing yet. */
        UNKNOWN,
        REFUSED,
        /** Also if the server does not use the values that it is asked to use. */
        ACCEPTED
    }

    private volatile boolean opaque;
    private volatile boolean withoutRefreshTokens;
    private volatile Duplicates duplicates = Duplicates.UNKNOWN;

    /** @return whether access tokens are known to be no JWTs */
    boolean opaque() {
        return opaque;
    }

    void opaque(boolean opaque) {
        this.opaque = opaque;
    }

    /** @return whether the service does not support the refresh grant */
    boolean withoutRefreshTokens() {
        return withoutRefreshTokens;
    }

    void withoutRefreshTokens(boolean without) {
        this.withoutRefreshTokens = without;
    }

    Duplicates duplicates() {
        return duplicates;
    }

    void duplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }
}

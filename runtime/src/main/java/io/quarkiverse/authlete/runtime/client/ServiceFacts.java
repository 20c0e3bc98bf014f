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

    /** Whether access tokens are known to be no JWTs. */
    volatile boolean opaque;
    /** Whether the service does not support the refresh grant. */
    volatile boolean withoutRefreshTokens;
    volatile Duplicates duplicates = Duplicates.UNKNOWN;
}

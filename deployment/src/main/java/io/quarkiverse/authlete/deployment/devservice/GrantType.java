package io.quarkiverse.authlete.deployment.devservice;

/** The grant types of the API, as they appear in its JSON. */
public enum GrantType {

    AUTHORIZATION_CODE,
    IMPLICIT,
    PASSWORD,
    CLIENT_CREDENTIALS,
    REFRESH_TOKEN,
    CIBA,
    DEVICE_CODE,
    TOKEN_EXCHANGE,
    JWT_BEARER,
    PRE_AUTHORIZED_CODE;

    boolean hasRefreshToken() {
        return this != IMPLICIT && this != CLIENT_CREDENTIALS;
    }

    boolean requiresSubject() {
        return this != CLIENT_CREDENTIALS && this != JWT_BEARER;
    }
}

package io.quarkiverse.authlete.deployment.devservice;

/**
 * Which tokens are meant.
 *
 * @param clientId only those of this client, or null
 * @param subject only those of this subject, or null
 */
record TokenQuery(Long clientId, String subject, TokenStatus status) {
}

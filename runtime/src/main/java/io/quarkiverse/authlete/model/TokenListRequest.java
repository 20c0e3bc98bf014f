package io.quarkiverse.authlete.model;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Asks for the access tokens of a service: the query of {@code GET /api/{serviceId}/auth/token/get/list}. Begin with
 * {@link #all()}; each of the other methods returns a narrower request. A {@code null} is the same as not set.
 *
 * @param clientIdentifier only tokens of the client with this ID or alias; {@code null} for any client
 * @param subject only tokens of this user; {@code null} for any user
 * @param start the index of the first token to return; {@code null} for the server's default, 0
 * @param end the index after the last token to return, at most 20 after {@code start}; with {@code start} itself the server
 *        only counts. {@code null} stands for 20 tokens from {@code start} on, or without a {@code start} for the server's
 *        default, which is documented as 5 and as 20.
 * @param tokenStatus only tokens with this status; {@code null} leaves it to the server
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenListRequest(
        String clientIdentifier,
        String subject,
        Integer start,
        Integer end,
        TokenStatus tokenStatus) implements TokenRequest {

    /** @return a request for all tokens, of which the server returns the first few unless a range is set */
    public static TokenListRequest all() {
        return new TokenListRequest(null, null, null, null, null);
    }

    /**
     * @param identifier the ID or the alias of a client, {@code null} for any client
     * @return a request for the tokens of this client
     */
    public TokenListRequest client(String identifier) {
        return new TokenListRequest(identifier, subject, start, end, tokenStatus);
    }

    /**
     * @param id the ID of a client
     * @return a request for the tokens of this client
     */
    public TokenListRequest client(long id) {
        return client(Long.toString(id));
    }

    /**
     * @param subject a user, {@code null} for any user
     * @return a request for the tokens of this user
     */
    public TokenListRequest subject(String subject) {
        return new TokenListRequest(clientIdentifier, subject, start, end, tokenStatus);
    }

    /**
     * @param startInclusive the index of the first token to return, from 0
     * @param endExclusive the index after the last token to return, at most 20 after the first; the same index to return none
     *        and only count
     * @return a request for these tokens of the result
     */
    public TokenListRequest range(int startInclusive, int endExclusive) {
        return new TokenListRequest(clientIdentifier, subject, startInclusive, endExclusive, tokenStatus);
    }

    /**
     * @param status a status, {@code null} to leave it to the server
     * @return a request for the tokens with this status
     */
    public TokenListRequest status(TokenStatus status) {
        return new TokenListRequest(clientIdentifier, subject, start, end, status);
    }

    @Override
    @JsonIgnore
    public Set<String> secrets() {
        return Set.of();
    }
}

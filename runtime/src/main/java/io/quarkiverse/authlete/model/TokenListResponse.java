package io.quarkiverse.authlete.model;

import java.util.List;

/**
 * A page of the access tokens of a service: the answer of {@code GET /api/{serviceId}/auth/token/get/list}.
 *
 * @param start the index that the page was asked for to begin at, or its default; the service repeats the request
 * @param end the index that the page was asked for to end before, or its default, however many tokens there are: the number
 *        of tokens in the page is that of {@code accessTokens}
 * @param totalCount how many tokens there are in all pages; {@code null} if the server does not say
 * @param client the client the tokens were asked for; {@code null} if the request named none
 * @param subject the user the tokens were asked for; {@code null} if the request named none
 * @param accessTokens the tokens in this page, never {@code null}
 */
public record TokenListResponse(
        int start,
        int end,
        Long totalCount,
        LimitedClient client,
        String subject,
        List<AccessToken> accessTokens) implements TokenResponse {

    public TokenListResponse {
        accessTokens = Lists.orEmpty(accessTokens);
    }

    @Override
    public String resultCode() {
        return null;
    }
}

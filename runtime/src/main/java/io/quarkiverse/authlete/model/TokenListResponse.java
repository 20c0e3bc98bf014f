package io.quarkiverse.authlete.model;

import java.util.List;

/**
 * A page of the access tokens of a service: the answer of {@code GET /api/{serviceId}/auth/token/get/list}.
 *
 * @param start the index of the first token in this page
 * @param end the index after the last token in this page
 * @param totalCount how many tokens there are in all pages
 * @param client the client the tokens were asked for; {@code null} if the request named none
 * @param subject the user the tokens were asked for; {@code null} if the request named none
 * @param accessTokens the tokens in this page, never {@code null}
 */
public record TokenListResponse(
        int start,
        int end,
        int totalCount,
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

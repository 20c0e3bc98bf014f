package io.quarkiverse.authlete.runtime.paging;

import java.util.List;

import io.quarkiverse.authlete.model.AccessToken;

/**
 * What one page adds to a stream.
 *
 * @param tokens the tokens that may go out now, maybe none
 * @param last whether the stream ends after them
 * @param failure what it ends with, {@code null} if it ends well or goes on
 */
public record NewTokens(List<AccessToken> tokens, boolean last, Throwable failure) {

    static NewTokens more(List<AccessToken> tokens) {
        return new NewTokens(tokens, false, null);
    }

    static NewTokens last(List<AccessToken> tokens) {
        return new NewTokens(tokens, true, null);
    }

    static NewTokens failed(List<AccessToken> tokens, Throwable failure) {
        return new NewTokens(tokens, true, failure);
    }
}

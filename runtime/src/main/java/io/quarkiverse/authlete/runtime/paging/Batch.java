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
public record Batch(List<AccessToken> tokens, boolean last, Throwable failure) {

    static Batch more(List<AccessToken> tokens) {
        return new Batch(tokens, false, null);
    }

    static Batch last(List<AccessToken> tokens) {
        return new Batch(tokens, true, null);
    }

    static Batch failed(List<AccessToken> tokens, Throwable failure) {
        return new Batch(tokens, true, failure);
    }
}

package io.quarkiverse.authlete.runtime.paging;

import java.util.List;
import java.util.function.Predicate;

import io.quarkiverse.authlete.model.AccessToken;

/**
 * A page as the server returned it.
 *
 * @param start the index that its first token was asked for by
 * @param asked how many tokens were asked for
 * @param total how many tokens there are, as the server says; {@code null} if it does not
 */
record Page(int start, int asked, Long total, List<AccessToken> tokens) {

    int size() {
        return tokens.size();
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Fewer tokens than asked for: the end of the list, or all that the server puts into one page. */
    boolean isShort() {
        return size() < asked || isEmpty();
    }

    /** Whether there may be tokens after this page, for all that the server says. It may be wrong. */
    boolean mayHaveMoreAfterIt() {
        return total == null || end() < total;
    }

    /** How many tokens the list has got more since it had so many, as the server says; 0 if it does not. */
    long growthSince(Long earlierTotal) {
        return total == null || earlierTotal == null ? 0 : total - earlierTotal;
    }

    /** The index after its last token. */
    long end() {
        return (long) start + size();
    }

    /** @return -1 if there is none */
    int indexOfFirst(Predicate<AccessToken> wanted) {
        for (int i = 0; i < tokens.size(); i++) {
            if (wanted.test(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }
}

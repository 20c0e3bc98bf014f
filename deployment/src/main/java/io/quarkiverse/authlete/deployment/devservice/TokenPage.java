package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;

/**
 * A stretch of the tokens that match a query.
 *
 * @param start the index of the first token, as asked for
 * @param end the index after the last token that is really there
 */
record TokenPage(int start, int end, int totalCount, List<StoredToken> tokens) {
}

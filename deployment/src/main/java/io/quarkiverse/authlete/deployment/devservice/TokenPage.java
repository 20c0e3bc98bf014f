package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;

/** The tokens of a page, and how many there are on all pages. */
record TokenPage(int totalCount, List<StoredToken> tokens) {
}

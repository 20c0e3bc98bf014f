package io.quarkiverse.authlete.runtime.paging;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/** What ends a stream although each of its calls went well. */
record PagingFailures(FailureFactory failures) {

    AuthleteInvalidRequestException noRange(int start) {
        return failures.invalid(TokenOperation.LIST, "end", "(" + start
                + ") leaves no room for a page: set it after start, to start and the size of a page, or leave it out");
    }

    AuthleteException lostPlace(int remembered) {
        return new AuthleteException(call(Outcome.UNKNOWN).build(), "Not one of the last tokens that were read, " + remembered
                + " or more, is in the list any more, so it is not known where to go on. Read it again from the start", null);
    }

    AuthleteException noNews(int pages) {
        return new AuthleteException(call(Outcome.UNKNOWN).build(),
                pages + " pages in a row had only tokens that were read before:"
                        + " the list changes faster than it can be read, then read larger pages, or the server ignores the"
                        + " range or returns one token at a time",
                null);
    }

    AuthleteException noHash() {
        return new AuthleteUnreadableResponseException(
                call(Outcome.UNKNOWN).status(200).build(),
                "A token in the list has no accessTokenHash, so the next page cannot be recognized", null);
    }

    private FailedCall.Builder call(Outcome outcome) {
        return failures.call(TokenOperation.LIST, true, outcome);
    }
}

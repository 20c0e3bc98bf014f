package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/** What became of an item, without the item. */
record Answer<T>(TokenResult<T> result, boolean alreadyExists) {

    static <T> Answer<T> of(T value) {
        return new Answer<>(new TokenResult.Success<>(value), false);
    }

    static <T> Answer<T> failed(AuthleteException failure) {
        return new Answer<>(new TokenResult.Failure<>(failure), false);
    }

    /** An earlier call for the item may have had an effect, whatever became of the last one. */
    Answer<T> afterLostAnswer() {
        return alreadyExists ? this
                : result.fold(value -> this,
                        failure -> failed(failure.withCall(failure.call().withOutcome(Outcome.UNKNOWN))));
    }

    static <T> Answer<T> existing(AuthleteException refusal) {
        return new Answer<>(new TokenResult.Failure<>(refusal), true);
    }
}

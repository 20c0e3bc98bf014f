package io.quarkiverse.authlete.benchmarks;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.arc.Unremovable;

/** The extension, as it comes. */
@Singleton
@Unremovable
class AuthleteClient implements TokenClient {

    private final TokenOperations tokens;
    private final ReactiveTokenOperations reactive;

    AuthleteClient(TokenOperations tokens, ReactiveTokenOperations reactive) {
        this.tokens = tokens;
        this.reactive = reactive;
    }

    @Override
    public Object create() {
        return tokens.create(Requests.create());
    }

    @Override
    public Object list(int count) {
        return tokens.list(Requests.list(count));
    }

    @Override
    public void create(Completion completion) {
        reactive.create(Requests.create()).subscribe().with(answer -> completion.ended(null), completion::ended);
    }

    @Override
    public void list(int count, Completion completion) {
        reactive.list(Requests.list(count)).subscribe().with(answer -> completion.ended(null), completion::ended);
    }
}

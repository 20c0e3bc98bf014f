package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;

/** The extension, as it comes. */
@Singleton
@Unremovable
class AuthleteClient implements TokenClient {

    private final TokenOperations tokens;
    private final ReactiveTokenOperations reactive;
    private final EventLoops eventLoops;

    AuthleteClient(TokenOperations tokens, ReactiveTokenOperations reactive, Vertx vertx) {
        this.tokens = tokens;
        this.reactive = reactive;
        this.eventLoops = new EventLoops(vertx);
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
    public Executor callers() {
        return eventLoops;
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

package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
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
    private final RequestOptions createOptions;

    @Inject
    AuthleteClient(TokenOperations tokens, ReactiveTokenOperations reactive, Vertx vertx) {
        this(tokens, reactive, vertx, RequestOptions.none());
    }

    AuthleteClient(TokenOperations tokens, ReactiveTokenOperations reactive, Vertx vertx, RequestOptions createOptions) {
        this.tokens = tokens;
        this.reactive = reactive;
        this.eventLoops = new EventLoops(vertx);
        this.createOptions = createOptions;
    }

    @Override
    public Object create() {
        return tokens.create(Requests.create(), createOptions);
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
        reactive.create(Requests.create(), createOptions).subscribe().with(answer -> completion.ended(null), completion::ended);
    }

    @Override
    public void list(int count, Completion completion) {
        reactive.list(Requests.list(count)).subscribe().with(answer -> completion.ended(null), completion::ended);
    }
}

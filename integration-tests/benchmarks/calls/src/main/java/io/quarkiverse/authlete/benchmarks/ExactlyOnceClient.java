package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;

/** The extension, with creates that happen exactly once. */
@Singleton
@Unremovable
class ExactlyOnceClient implements TokenClient {

    private static final RequestOptions ONCE = RequestOptions.builder().exactlyOnce().build();

    private final TokenOperations tokens;
    private final ReactiveTokenOperations reactive;
    private final EventLoops eventLoops;

    ExactlyOnceClient(TokenOperations tokens, ReactiveTokenOperations reactive, Vertx vertx) {
        this.tokens = tokens;
        this.reactive = reactive;
        this.eventLoops = new EventLoops(vertx);
    }

    @Override
    public Object create() {
        return tokens.create(Requests.create(), ONCE);
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
        reactive.create(Requests.create(), ONCE).subscribe().with(answer -> completion.ended(null), completion::ended);
    }

    @Override
    public void list(int count, Completion completion) {
        reactive.list(Requests.list(count)).subscribe().with(answer -> completion.ended(null), completion::ended);
    }
}

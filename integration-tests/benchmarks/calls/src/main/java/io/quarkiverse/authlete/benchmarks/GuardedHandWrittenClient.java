package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;

/** A REST client written by hand, with fault tolerance. */
@Singleton
@Unremovable
class GuardedHandWrittenClient implements TokenClient {

    private final GuardedHandWrittenApi api;
    private final EventLoops eventLoops;

    GuardedHandWrittenClient(@RestClient GuardedHandWrittenApi api, Vertx vertx) {
        this.api = api;
        this.eventLoops = new EventLoops(vertx);
    }

    @Override
    public Object create() {
        return api.create(Requests.SERVICE_ID, Requests.create());
    }

    @Override
    public Object list(int count) {
        return api.list(Requests.SERVICE_ID, 0, count);
    }

    @Override
    public Executor callers() {
        return eventLoops;
    }

    @Override
    public void create(Completion completion) {
        api.createLater(Requests.SERVICE_ID, Requests.create()).subscribe().with(answer -> completion.ended(null),
                completion::ended);
    }

    @Override
    public void list(int count, Completion completion) {
        api.listLater(Requests.SERVICE_ID, 0, count).subscribe().with(answer -> completion.ended(null), completion::ended);
    }
}

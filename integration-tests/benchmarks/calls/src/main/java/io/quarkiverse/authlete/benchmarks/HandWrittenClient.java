package io.quarkiverse.authlete.benchmarks;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.quarkus.arc.Unremovable;

/** A REST client written by hand. */
@Singleton
@Unremovable
class HandWrittenClient implements TokenClient {

    private final HandWrittenApi api;

    HandWrittenClient(@RestClient HandWrittenApi api) {
        this.api = api;
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
    public void create(Completion completion) {
        api.createLater(Requests.SERVICE_ID, Requests.create()).subscribe().with(answer -> completion.ended(null),
                completion::ended);
    }

    @Override
    public void list(int count, Completion completion) {
        api.listLater(Requests.SERVICE_ID, 0, count).subscribe().with(answer -> completion.ended(null), completion::ended);
    }
}

package io.quarkiverse.authlete.benchmarks;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;

/** The extension, with creates that happen exactly once. */
@Singleton
@Unremovable
@Typed(ExactlyOnceClient.class)
class ExactlyOnceClient extends AuthleteClient {

    ExactlyOnceClient(TokenOperations tokens, ReactiveTokenOperations reactive, Vertx vertx) {
        super(tokens, reactive, vertx, RequestOptions.builder().exactlyOnce().build());
    }
}

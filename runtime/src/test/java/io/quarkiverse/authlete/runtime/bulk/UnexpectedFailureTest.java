package io.quarkiverse.authlete.runtime.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A call that ends in a way that no call should: what has become of its item is not known. */
class UnexpectedFailureTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void theItemMayBeDoneAndTheRunEnds() {
        for (Throwable defect : List.of(new IllegalStateException("defect"), new NoSuchMethodError(),
                new StackOverflowError())) {
            assertUnknown(request -> Uni.createFrom().failure(defect), defect);
        }
        assertUnknown(request -> {
            throw new NoSuchMethodError();
        }, new NoSuchMethodError());
        assertUnknown(request -> null, new NullPointerException());
    }

    private static void assertUnknown(BulkPlan.ItemCall<TokenCreateRequest, String> call, Throwable defect) {
        BulkPlan<TokenCreateRequest, String> plan = new BulkPlan<>(new FailureFactory("s", "host", InstantSource.system()),
                TokenOperation.CREATE, BulkOptions.defaults(), 1, new BulkRuns(VERTX), call);
        List<BulkResult<TokenCreateRequest, String>> results = new CopyOnWriteArrayList<>();
        Multi<Optional<TokenCreateRequest>> items = Multi.createFrom().range(0, 3).map(i -> Optional.of(
                TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("s").build()));

        assertThat(catchThrowable(() -> Multi.createFrom().publisher(plan.results(items, items)).invoke(results::add).collect()
                .asList().await().atMost(Duration.ofSeconds(30)))).isNotNull().isNotInstanceOf(TimeoutException.class);

        AuthleteException failure = ((TokenResult.Failure<?>) results.get(0).result()).exception();
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(failure).hasMessageContaining(defect.getClass().getName());
        assertThat(results.subList(1, results.size())).allSatisfy(later -> assertThat(
                ((TokenResult.Failure<?>) later.result()).exception().outcome()).isEqualTo(Outcome.NOT_SENT));
    }
}

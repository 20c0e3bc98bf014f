package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.smallrye.mutiny.Multi;

/** When the application stops, runs end at once, those that pause too, and nobody waits for them for ever. */
class BulkShutdownTest {

    /** In the system properties, because it is filled in the class loader of the application. */
    private static final String ENDINGS = "bulk.shutdown.endings";

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(
            BulkServer.service(new TestApplication(), BulkShutdownTest.class, null, "read-timeout=60s", "attempt-timeout=60s",
                    "total-timeout=60s"),
            BulkShutdownTest.class, "\"pausing\"").setAfterUndeployListener(BulkShutdownTest::assertThatAllHaveEnded);

    @Inject
    ReactiveTokenOperations tokens;

    @Inject
    @AuthleteServiceName("pausing")
    TokenOperations pausing;

    @Test
    void twoRunsAreLeftBehind() throws IOException {
        Map<String, String> endings = new ConcurrentHashMap<>();
        System.getProperties().put(ENDINGS, endings);
        AtomicInteger results = new AtomicInteger();
        CountDownLatch allOfTheSecond = new CountDownLatch(BulkOptions.DEFAULT_CONCURRENCY);
        BulkServer server = BulkServer.start(BulkShutdownTest.class).behave(request -> {
            if (request.has("held")) {
                Thread.sleep(60_000);
            }
            // Earlier, the first refusal would keep the run from sending the others.
            allOfTheSecond.countDown();
            allOfTheSecond.await();
            return Response.retryAfter(429, 100);
        });
        tokens.bulk(BulkOptions.builder().concurrency(3).build())
                .revokeAll(Multi.createFrom().range(0, 1_000_000).map(i -> TokenRevokeRequest.subject("held-" + i)))
                .subscribe().with(result -> results.incrementAndGet(),
                        failure -> endings.put("in flight", failure + ", " + results + " results"));
        await().until(() -> server.count() == 3);
        new Thread(() -> {
            try {
                pausing.bulk().revokeAll(IntStream.iterate(0, i -> i + 1).mapToObj(i -> TokenRevokeRequest.subject("s-" + i)))
                        .forEach(result -> {
                        });
            } catch (RuntimeException failure) {
                endings.put("pausing", failure.toString());
            }
        }).start();
        await().until(() -> server.count() == 3 + BulkOptions.DEFAULT_CONCURRENCY);

        assertThat(endings).isEmpty();
    }

    @SuppressWarnings("unchecked")
    static void assertThatAllHaveEnded() {
        Map<String, String> endings = (Map<String, String>) System.getProperties().remove(ENDINGS);
        await().until(() -> endings.size() == 2);

        assertThat(endings.get("in flight")).contains("The application is stopping", "outcome NOT_SENT", ", 3 results");
        assertThat(endings.get("pausing")).contains("The application is stopping", "outcome NOT_SENT");
    }
}

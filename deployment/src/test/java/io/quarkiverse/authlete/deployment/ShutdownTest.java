package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.vertx.core.Vertx;

/** When the application stops, no call hangs: those in flight and those between two attempts fail. */
class ShutdownTest {

    /** In the system properties, because it is filled in the class loader of the application. */
    private static final String FAILURES = "shutdown.failures";

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.total-timeout", "60s")
            .setAfterUndeployListener(ShutdownTest::assertThatAllHaveFailed);

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    Vertx vertx;

    @Test
    void threeCallsAndAWaitAreLeftBehind() {
        Map<String, String> failures = new ConcurrentHashMap<>();
        System.getProperties().put(FAILURES, failures);
        AuthleteStub stub = AuthleteStub.get().reset().answer(aResponse().withFixedDelay(30_000));
        reactive.list(TokenListRequest.all()).subscribe().with(page -> failures.put("sent", "answered"),
                failure -> failures.put("sent", failure.toString()));
        await().until(() -> stub.requests().size() == 1);
        stub.answer(aResponse().withStatus(503).withHeader("Retry-After", "30"));
        reactive.list(TokenListRequest.all()).subscribe().with(page -> failures.put("pausing", "answered"),
                failure -> failures.put("pausing", failure.toString()));
        await().until(() -> stub.requests().size() == 2);
        vertx.getOrCreateContext().runOnContext(onEventLoop -> reactive.list(TokenListRequest.all()).subscribe().with(
                page -> failures.put("on an event loop", "answered"),
                failure -> failures.put("on an event loop", failure.toString())));
        await().until(() -> stub.requests().size() == 3);
        stub.answer(okJson("{\"status\":{}}"));
        PollingPolicy oncePerMinute = PollingPolicy.builder().timeout(Duration.ofMinutes(5))
                .initialInterval(Duration.ofMinutes(1))
                .maxInterval(Duration.ofMinutes(1)).build();
        reactive.awaitBatch("b1", oncePerMinute).subscribe().with(status -> failures.put("waiting", "answered"),
                failure -> failures.put("waiting", failure.toString()));
        await().until(() -> stub.requests().size() == 4);

        assertThat(failures).isEmpty();
    }

    @SuppressWarnings("unchecked")
    static void assertThatAllHaveFailed() {
        Map<String, String> failures = (Map<String, String>) System.getProperties().remove(FAILURES);
        await().until(() -> failures.size() == 4);

        assertThat(failures.get("sent")).contains("outcome UNKNOWN", "attempts 1");
        assertThat(failures.get("pausing")).contains("The application is stopping", "outcome REJECTED", "attempts 1");
        assertThat(failures.get("on an event loop")).contains("The application is stopping", "attempts 1");
        assertThat(failures.get("waiting")).contains("The application is stopping", "batch-status", "attempts 1");
    }
}

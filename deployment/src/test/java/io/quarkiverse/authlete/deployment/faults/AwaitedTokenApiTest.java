package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Why the pages say not to await {@code TokenApi} on a worker thread: the annotations of SmallRye go on there.
 * Should this test fail, the warning is not needed any more.
 */
class AwaitedTokenApiTest {

    private static final int PORT = Ports.of(AwaitedTokenApiTest.class, "server");
    private static final int WORKERS = 8;
    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure("http://127.0.0.1:" + PORT)
            .overrideConfigKey("quarkus.thread-pool.max-threads", Integer.toString(WORKERS));

    static FaultServer server;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    TokenOperations tokens;

    @Inject
    Vertx vertx;

    @BeforeAll
    static void startServer() throws IOException {
        server = FaultServer.start(PORT);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    /** The first one that gives up lets the others go on. */
    @Test
    void endpointsOnAllWorkersWaitInVain() {
        server.startAnew(FaultScript.GOOD);
        CyclicBarrier together = new CyclicBarrier(WORKERS);
        List<CompletableFuture<Object>> calls = endpointsOnAllWorkers(() -> {
            together.await();
            return api.create("1", CREATE, null).await().atMost(Duration.ofSeconds(5));
        });

        assertThat(calls).anySatisfy(call -> assertThat(call).failsWithin(FaultMatrix.PATIENCE).withThrowableThat()
                .havingRootCause().isInstanceOf(TimeoutException.class));
    }

    @Test
    void theInjectedClientIsMadeForThat() {
        server.startAnew(FaultScript.GOOD);
        CyclicBarrier together = new CyclicBarrier(WORKERS);
        List<CompletableFuture<Object>> calls = endpointsOnAllWorkers(() -> {
            together.await();
            return tokens.create(CREATE);
        });

        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(FaultMatrix.PATIENCE));
    }

    private interface Call {

        Object make() throws Exception;
    }

    private List<CompletableFuture<Object>> endpointsOnAllWorkers(Call call) {
        return IntStream.range(0, WORKERS).mapToObj(i -> {
            CompletableFuture<Object> result = new CompletableFuture<>();
            ((VertxInternal) vertx).createEventLoopContext().runOnContext(request -> Vertx.currentContext()
                    .executeBlocking(call::make, false).onSuccess(result::complete)
                    .onFailure(result::completeExceptionally));
            return result;
        }).toList();
    }
}

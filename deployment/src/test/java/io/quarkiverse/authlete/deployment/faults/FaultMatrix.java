package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Lets calls meet faults and compares what happens with the row of the matrix. */
final class FaultMatrix {

    static final int MAX_RETRIES = 2;
    /** As often as the configuration allows. */
    static final int REPEATED = 1 + MAX_RETRIES;
    /** Just once. */
    static final int NOT_REPEATED = 1;

    /** Far more than any call here takes, so that it ends none; and less than a server may ask the client to wait. */
    static final Duration TOTAL_TIMEOUT = Duration.ofMinutes(3);
    /** Longer than {@link #PATIENCE}. */
    private static final String ATTEMPT_TIMEOUT = "2m";
    /** Tells what comes late on a busy machine from what never comes, or only with the end of an attempt. */
    static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The time of an attempt that is to end too late: it tells silence from a request that is on its way. */
    static final String SHORT = "1s";

    private FaultMatrix() {
    }

    /** The default service at this URL, quick to repeat, without circuit breaker. */
    static TestApplication configure(String url, Class<?>... more) {
        TestApplication test = TestApplication.withoutEmulator()
                .withApplicationRoot(jar -> jar.addClasses(more).addClasses(Answers.class, BodyFaults.class, Call.class,
                        ConnectionFaults.class,
                        EventLoops.class, FaultCase.class, FaultConnection.class, FaultMatrix.class, FaultScript.class,
                        FaultServer.class, FaultTest.class,
                        HttpFaults.class, Ports.class, ReceivedRequest.class))
                // It logs every broken connection as an error, thousands of them here.
                .overrideRuntimeConfigKey("quarkus.log.category.\"io.vertx.core\".level", "OFF");
        return service(test, null, url);
    }

    /** One more service; {@code null} is the name of the default service. */
    static TestApplication service(TestApplication test, String name, String url, String... settings) {
        return test.service(name, url, "total-timeout=" + TOTAL_TIMEOUT.toMillis() + "ms", "attempt-timeout=" + ATTEMPT_TIMEOUT,
                "read-timeout=" + ATTEMPT_TIMEOUT, "connect-timeout=" + ATTEMPT_TIMEOUT, "max-response-size=64K",
                "retry.initial-interval=5ms", "retry.max-retries=" + MAX_RETRIES, "circuit-breaker.enabled=false")
                .settings(name, settings);
    }

    /** Names, because the runner and the application each have classes of their own. */
    static Stream<Arguments> everyFaultAndCall(List<FaultCase> faults) {
        return faults.stream().flatMap(fault -> callsOf(fault).map(calls -> Arguments.of(fault.name(), calls)));
    }

    private static Stream<String> callsOf(FaultCase fault) {
        Stream<String> names = fault.calls().stream().map(Call::name);
        return fault.isSlow() ? Stream.of(names.collect(Collectors.joining(" "))) : names;
    }

    static FaultCase find(List<FaultCase> faults, String name) {
        return faults.stream().filter(fault -> fault.name().equals(name)).findFirst().orElseThrow();
    }

    /** Also checks that the client does not suffer from the fault when it is over. */
    static void check(FaultCase fault, String names, TokenOperations tokens, FaultServer server) {
        Set<Call> calls = Call.named(names);
        server.startAnew(fault.script());

        checkCalls(fault, calls, tokens);

        assertThat(server.requests()).as("requests that the server saw").hasSize(fault.requestsSeen(calls));
        int usable = fault.outcome() == Outcome.UNKNOWN ? 1 : calls.size();
        await("end of all connections but those for the next calls").atMost(PATIENCE).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(server.openConnections()).isLessThanOrEqualTo(usable));
        server.play(FaultScript.GOOD);
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    /** Several of them at the same time. */
    static void checkCalls(FaultCase fault, Set<Call> calls, TokenOperations tokens) {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<?>> checks = calls.stream()
                    .<Future<?>> map(call -> callers.submit(() -> checkCall(fault, call, tokens)))
                    .toList();
            for (Future<?> check : checks) {
                assertThat(check).succeedsWithin(TOTAL_TIMEOUT.plus(PATIENCE));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void checkCall(FaultCase fault, Call call, TokenOperations tokens) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> call.make(tokens));
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        if (fault.fails(call)) {
            checkFailure(fault, call, thrown);
        } else {
            assertThat(thrown).as("%s of %s", fault.name(), call).isNull();
        }
        assertThat(time).isLessThan(TOTAL_TIMEOUT.plus(PATIENCE));
    }

    private static void checkFailure(FaultCase fault, Call call, Throwable thrown) {
        assertThat(thrown).as("%s of %s", fault.name(), call).isExactlyInstanceOf(fault.exception());
        AuthleteException failure = (AuthleteException) thrown;
        assertThat(failure.operation()).isEqualTo(call.operation());
        assertThat(failure.outcome()).as("outcome of %s of %s", fault.name(), call).isEqualTo(fault.outcome());
        assertThat(failure.safeToRetry()).as("safe to retry").isEqualTo(fault.safeToRetry(call));
        assertThat(failure.attempts()).as("attempts").isEqualTo(fault.attempts(call));
    }
}

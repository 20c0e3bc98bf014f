package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.deployment.TestApplication;

/** Calls while the circuit breaker is open. */
class FaultBreakerTest extends FaultTest {

    private static final int THRESHOLD = 6;

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL)
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.request-volume-threshold", "" + THRESHOLD)
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.delay", "1h");

    @ParameterizedTest
    @ValueSource(strings = { "LIST", "CREATE", "CREATE_BATCH", "BATCH_STATUS", "UPDATE", "UPDATE_TO_NEW_VALUE", "DELETE",
            "REVOKE" })
    void nothingIsSentAndNothingRepeated(String name) {
        Call call = Call.valueOf(name);
        server.startAnew(FaultScript.answer("503 Service Unavailable", ""));
        for (int i = 0; i < THRESHOLD; i++) {
            catchThrowable(() -> call.make(tokens));
        }
        server.startAnew(FaultScript.GOOD);

        FaultMatrix.checkCalls(ConnectionFaults.BREAKER_OPEN, Set.of(call), tokens);

        assertThat(server.requests()).isEmpty();
    }
}

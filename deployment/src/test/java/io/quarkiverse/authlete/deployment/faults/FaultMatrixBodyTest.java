package io.quarkiverse.authlete.deployment.faults;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;

/** Every call meets every answer of {@link BodyFaults}: lost, late, cut off, or not HTTP at all. */
class FaultMatrixBodyTest extends FaultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    @Inject
    @AuthleteServiceName(BodyFaults.IMPATIENT)
    TokenOperations impatient;

    @Inject
    @AuthleteServiceName(BodyFaults.READ_TIMEOUT)
    TokenOperations readTimeout;

    private static TestApplication configure() {
        TestApplication test = FaultMatrix.configure(URL);
        FaultMatrix.service(test, BodyFaults.IMPATIENT, URL, "attempt-timeout=" + FaultMatrix.SHORT);
        return FaultMatrix.service(test, BodyFaults.READ_TIMEOUT, URL, "read-timeout=" + FaultMatrix.SHORT);
    }

    static Stream<Arguments> matrix() {
        return FaultMatrix.everyFaultAndCall(BodyFaults.ALL);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("matrix")
    void theFailureTellsWhatHappenedAndIsRepeatedOnlyIfThatIsSafe(String fault, String calls) {
        FaultCase row = FaultMatrix.find(BodyFaults.ALL, fault);
        Map<String, TokenOperations> services = Map.of("<default>", tokens, BodyFaults.IMPATIENT, impatient,
                BodyFaults.READ_TIMEOUT, readTimeout);
        FaultMatrix.check(row, calls, services.get(row.service()), server);
    }
}

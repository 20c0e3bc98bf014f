package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;

/** Every call meets every unwelcome answer of {@link HttpFaults}. */
class FaultMatrixHttpTest extends FaultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL);

    static Stream<Arguments> matrix() {
        return FaultMatrix.everyFaultAndCall(HttpFaults.ALL);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("matrix")
    void theFailureTellsWhatHappenedAndIsRepeatedOnlyIfThatIsSafe(String fault, String calls) {
        FaultMatrix.check(FaultMatrix.find(HttpFaults.ALL, fault), calls, tokens, server);
    }

    @Test
    void aRepeatWaitsForAsLongAsTheServerAsks() {
        server.startAnew(FaultScript.answer("429 Too Many Requests", "", "Retry-After: 1"));

        catchThrowableOfType(AuthleteException.class, () -> Call.CREATE.make(tokens));

        assertThat(server.requests()).hasSize(3);
        for (int repeat = 1; repeat < 3; repeat++) {
            long gap = server.requests().get(repeat).arrival() - server.requests().get(repeat - 1).arrival();
            assertThat(Duration.ofNanos(gap)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }
    }

    @ParameterizedTest
    @CsvSource({ "600,600", "999999999999,31536000", "'Wed, 01 Jan 3000 00:00:00 GMT',31536000" })
    void aWaitThatIsTooLongIsLeftToTheCallerWhoIsToldAtOnce(String retryAfter, long seconds) {
        server.startAnew(FaultScript.answer("503 Service Unavailable", "", "Retry-After: " + retryAfter));

        long start = System.nanoTime();
        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> Call.LIST.make(tokens));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FaultMatrix.TOTAL_TIMEOUT);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(server.requests()).hasSize(1);
    }
}

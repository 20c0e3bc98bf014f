package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;

/** Every error answer becomes one of two exceptions, whose message is short, on one line and without secrets. */
class FailureFactoryFuzzTest {

    private static final String SECRET = "qx/7 Zk";
    private static final RequestInfo REQUEST = new RequestInfo(TokenOperation.CREATE, false, Set.of(SECRET, "qx/7"));
    private static final FailureFactory FAILURES = new FailureFactory("eu", "host",
            InstantSource.fixed(Instant.parse("2026-11-23T20:00:00Z")));

    /** The input is the answer as in HTTP: a status, headers, a blank line and the body; lines end with a line feed. */
    @FuzzTest
    void errors(byte[] answer) {
        String[] headAndBody = new String(answer, java.nio.charset.StandardCharsets.UTF_8).split("\n\n", 2);
        String[] head = headAndBody[0].split("\n", -1);
        int status = status(head[0]);
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(":", 2);
            headers.put(header[0], header.length < 2 ? List.of() : List.of(header[1]));
        }

        AuthleteException failure = FAILURES.httpError(REQUEST, status, headers,
                headAndBody.length < 2 ? null : headAndBody[1], null);

        assertThat(failure).isInstanceOfAny(AuthleteHttpException.class, AuthleteResultException.class);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.outcome()).isEqualTo(
                status >= 300 && status < 500 || status == 503 && (failure.retryAfter() != null
                        || failure instanceof AuthleteResultException) ? Outcome.REJECTED : Outcome.UNKNOWN);
        assertThat(failure.getMessage()).hasSizeLessThan(4000).doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain(SECRET).doesNotContain("qx%2F7+Zk", "qx%2F7%20Zk");
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain(SECRET);
        if (failure.retryAfter() != null) {
            assertThat(failure.retryAfter()).isBetween(Duration.ZERO, Duration.ofDays(365));
        }
    }

    private static int status(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 500;
        }
    }
}

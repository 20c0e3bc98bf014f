package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

/** The URL of a delete has a token in it, and a stack trace has the messages of all causes. */
class CauseWithoutUrlTest {

    private final FailureFactory failures = new FailureFactory("<default>", InstantSource.system());

    @Test
    void aCauseThatTellsTheUrlIsLeftOut() {
        Throwable timeout = new TimeoutException("The timeout has been exceeded while executing DELETE"
                + " /api/1/auth/token/delete/secret for server localhost:8080");

        assertThat(failures.transport(RequestInfo.delete("secret"), timeout, true).getCause()).isNull();
        assertThat(failures.transport(RequestInfo.delete("secret"), new RuntimeException(timeout), true).getCause()).isNull();
    }

    @Test
    void anyOtherCauseIsKept() {
        IOException reset = new IOException("Connection reset by peer");

        assertThat(failures.transport(RequestInfo.delete("secret"), reset, true)).hasCause(reset);
        assertThat(failures.transport(RequestInfo.delete("secret"), new IOException(), true)).hasCauseInstanceOf(
                IOException.class);
    }
}

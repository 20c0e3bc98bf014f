package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

/** The URL of a delete has a token in it, and a stack trace has the messages of all causes. */
class CauseWithoutUrlTest {

    private static final ServerRoute ROUTE = new ServerRoute("<default>", URI.create("http://localhost:8080"), null);

    private final FailureFactory failures = new FailureFactory("<default>", "host", InstantSource.system());

    @Test
    void aCauseThatTellsTheUrlIsLeftOut() {
        Throwable timeout = new TimeoutException("The timeout has been exceeded while executing DELETE"
                + " /api/1/auth/token/delete/secret for server localhost:8080");

        assertThat(failures.transport(RequestInfo.delete("secret"), timeout, true, ROUTE).getCause()).isNull();
        assertThat(failures.transport(RequestInfo.delete("secret"), new RuntimeException(timeout), true, ROUTE).getCause())
                .isNull();
    }

    @Test
    void anyOtherCauseIsKept() {
        IOException reset = new IOException("Connection reset by peer");

        assertThat(failures.transport(RequestInfo.delete("secret"), reset, true, ROUTE)).hasCause(reset);
        assertThat(failures.transport(RequestInfo.delete("secret"), new IOException(), true, ROUTE)).hasCauseInstanceOf(
                IOException.class);
    }
}

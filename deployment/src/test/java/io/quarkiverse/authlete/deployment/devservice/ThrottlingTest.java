package io.quarkiverse.authlete.deployment.devservice;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;

/** A 429 comes from the server before the API, and says so by its form; other faults come from the API. */
class ThrottlingTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private void inject(Fault fault) {
        AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(), "quarkus.authlete.service-id",
                RunningEmulator.SERVICE_ID)).inject(fault);
    }

    @Test
    void isAPageThatTellsTheWaitInWholeSeconds() {
        inject(Fault.status(429).retryAfter(Duration.ofMillis(1_001)));

        emulator.list(Map.of()).then().statusCode(429).contentType("text/html").body(startsWith("<html>"))
                .header("RateLimit-Reset", "2").header("Retry-After", nullValue());
    }

    @Test
    void tellsNoWaitUnlessAsked() {
        inject(Fault.status(429));

        emulator.list(Map.of()).then().statusCode(429).contentType("text/html").header("RateLimit-Reset", nullValue());
    }

    @Test
    void mayHaveAResultInstead() {
        inject(Fault.status(429).retryAfter(Duration.ofSeconds(3)).result("A001999", "Too many."));

        emulator.list(Map.of()).then().statusCode(429).contentType("application/json")
                .body("resultCode", equalTo("A001999")).header("RateLimit-Reset", "3").header("Retry-After", nullValue());
    }

    @Test
    void otherStatusesKeepRetryAfter() {
        inject(Fault.status(503).retryAfter(Duration.ofSeconds(3)));

        emulator.list(Map.of()).then().statusCode(503).header("Retry-After", "3").header("RateLimit-Reset", nullValue())
                .body(blankOrNullString());
    }
}

package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.response.Response;

/** The emulator can be made slow, and strict about the number of requests. */
class SlowEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            // RestAssured wants to know its port.
            .withServer()
            .overrideConfigKey("quarkus.authlete.devservices.latency", "200MS")
            .overrideConfigKey("quarkus.authlete.devservices.rate-limit", "1");

    @ConfigProperty(name = "quarkus.authlete.url")
    String url;

    @Test
    void everyAnswerIsLate() {
        assertThat(list().time()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void oneRequestPerSecondIsAnswered() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(5);
        List<Future<Response>> sideBySide = callers.invokeAll(Collections.nCopies(5, this::list));
        callers.shutdown();
        Response limited = null;
        for (Future<Response> answered : sideBySide) {
            limited = answered.get().statusCode() == 429 ? answered.get() : limited;
        }

        assertThat(limited).as("one of five within a second").isNotNull();
        assertThat(limited.header("RateLimit-Reset")).isEqualTo("1");
        assertThat(limited.contentType()).isEqualTo("text/html");
    }

    private Response list() {
        return given().header("Authorization", "Bearer emulator-1000").get(url + "/api/1000/auth/token/get/list");
    }
}

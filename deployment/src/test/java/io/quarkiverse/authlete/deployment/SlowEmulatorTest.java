package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** The emulator can be made slow, and strict about the number of requests. */
class SlowEmulatorTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("quarkus.authlete.devservices.latency", "200MS")
            .overrideConfigKey("quarkus.authlete.devservices.rate-limit", "1");

    @ConfigProperty(name = "quarkus.authlete.url")
    String url;

    @Test
    void everyAnswerIsLate() {
        assertThat(list().time()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void oneRequestPerSecondIsAnswered() {
        Response limited = await().until(this::list, response -> response.statusCode() == 429);

        assertThat(limited.header("RateLimit-Reset")).isEqualTo("1");
        assertThat(limited.contentType()).isEqualTo("text/html");
    }

    private Response list() {
        return given().header("Authorization", "Bearer emulator-1000").get(url + "/api/1000/auth/token/get/list");
    }
}

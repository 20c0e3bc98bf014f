package io.quarkiverse.authlete.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.virtual.ShouldNotPin;
import io.quarkus.test.junit.virtual.ShouldPin;
import io.quarkus.test.junit.virtual.VirtualThreadUnit;

/** A blocking call on a virtual thread lets go of its carrier thread while it waits. Needs Java 21. */
@QuarkusTest
@QuarkusTestResource(AuthleteStub.class)
@VirtualThreadUnit
class VirtualThreadTest {

    private static final String PAGE = "{\"totalCount\":3}";

    @Test
    @ShouldNotPin
    void whileItWaitsForTheAnswer() {
        AuthleteStub.answer(aResponse().withBody(PAGE).withFixedDelay(100));

        when().get("/virtual-thread").then().statusCode(200).body("count", equalTo(3))
                .body("thread", startsWith("VirtualThread["));
    }

    @Test
    @ShouldNotPin
    void whileItWaitsToRepeat() {
        AuthleteStub.answerInTurn(aResponse().withStatus(503).withHeader("Retry-After", "1"), aResponse().withBody(PAGE));

        when().get("/virtual-thread").then().statusCode(200).body("count", equalTo(3))
                .body("thread", startsWith("VirtualThread["));
        assertThat(AuthleteStub.requests()).hasSize(2);
    }

    @Test
    @ShouldNotPin
    void whenItsTimeIsOver() {
        AuthleteStub.answer(aResponse().withBody(PAGE).withFixedDelay(5000));

        when().get("/virtual-thread?timeoutMillis=200").then().statusCode(502)
                .body("type", equalTo("AuthleteTimeoutException"));
    }

    /** Without this one, the others would prove nothing on a Java that does not tell. */
    @Test
    @ShouldPin
    void aPinnedThreadIsNoticed() throws Exception {
        Runnable initialize = () -> assertThat(WaitsWhenInitialized.DONE).isTrue();

        Thread thread = Thread.startVirtualThread(initialize);

        thread.join();
    }

    /** Its initializer is called by the virtual machine, so that a thread that waits there is pinned. */
    private static final class WaitsWhenInitialized {

        static final Boolean DONE = initialize();

        private static Boolean initialize() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        }
    }
}

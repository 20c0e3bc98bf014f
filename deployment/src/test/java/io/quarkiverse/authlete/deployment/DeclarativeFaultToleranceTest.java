package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** The annotations on {@code TokenApi} are active for the injected client, and have their ordinary configuration keys. */
class DeclarativeFaultToleranceTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideConfigKey("quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".retry.delay", "5")
            .overrideConfigKey(
                    "quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".circuit-breaker.request-volume-threshold",
                    "1000");

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

    @Inject
    @RestClient
    TokenApi api;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void everyOperationIsRepeatedWhenTheServerDidNotTakeTheRequest() {
        stub.answer(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        assertRequests(4, api.list("1", null, null, null, null, null, null));
        assertRequests(4, api.create("1", CREATE, null));
        assertRequests(4, api.createBatch("1", false, List.of(CREATE), null));
        assertRequests(4, api.batchStatus("1", "b", null));
        assertRequests(4, api.update("1", TokenUpdateRequest.tokenId("t").accessTokenValueUpdated(true).build(), null));
        assertRequests(4, api.delete("1", "x", null));
        assertRequests(4, api.revoke("1", TokenRevokeRequest.subject("john"), null));
    }

    @Test
    void onlyIdempotentRequestsAreRepeatedWhenTheOutcomeIsUnknown() {
        stub.answer(503, "text/html", "<html>no healthy upstream</html>");
        assertRequests(4, api.list("1", null, null, null, null, null, null));
        assertRequests(1, api.create("1", CREATE, null));

        stub.reset().answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertRequests(4, api.list("1", null, null, null, null, null, null));
        assertRequests(1, api.create("1", CREATE, null));
        assertRequests(1, api.createBatch("1", false, List.of(CREATE), null));
        assertRequests(1, api.createBatch("1", true, List.of(CREATE), null));
        assertRequests(4, api.batchStatus("1", "b", null));
        assertRequests(1, api.update("1", TokenUpdateRequest.tokenId("t").accessTokenValueUpdated(true).build(), null));
        assertRequests(4, api.update("1", TokenUpdateRequest.tokenId("t").build(), null));
        assertRequests(4, api.delete("1", "x", null));
        assertRequests(4, api.revoke("1", TokenRevokeRequest.subject("john"), null));
    }

    @Test
    void aRefusalIsNotRepeated() {
        stub.answerJson(400, "{\"resultCode\":\"A1\"}");

        AuthleteException failure = assertRequests(1, api.create("1", CREATE, null));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aLongRetryAfterIsLeftToTheCaller() {
        stub.answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        AuthleteException failure = assertRequests(1, api.create("1", CREATE, null));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theWaitOfAGatewayIsObeyedOrLeftToTheCaller() {
        stub.answer(aResponse().withStatus(429).withHeader("RateLimit-Reset", "3600").withHeader("Retry-After", "0"));
        assertThat(assertRequests(1, api.create("1", CREATE, null)).retryAfter()).isEqualTo(Duration.ofHours(1));

        stub.reset().answerInTurn(
                aResponse().withStatus(429).withHeader("RateLimit-Reset", "1").withHeader("Retry-After", "3600"),
                aResponse().withHeader("Content-Type", "nonsense").withBody(AuthleteStub.CREATED));
        long start = System.nanoTime();
        assertThat(api.create("1", CREATE, null).await().atMost(Duration.ofMinutes(1)).accessToken()).isEqualTo("new-token");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSuccessThatDidNotHappenIsAFailure() {
        stub.answerJson(200, "{}");

        assertRequests(4, api.list("1", null, null, null, null, null, null));
        assertRequests(1, api.create("1", CREATE, null));
        assertRequests(1, api.createBatch("1", true, List.of(CREATE), null));
        assertRequests(4, api.batchStatus("1", "b", null));
        assertRequests(4, api.delete("1", "x", null));
        assertThat(assertRequests(4, api.revoke("1", TokenRevokeRequest.subject("john"), null)).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    private AuthleteException assertRequests(int expected, Uni<?> call) {
        int before = stub.requests().size();
        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> call.await().atMost(Duration.ofMinutes(1)));
        assertThat(failure).isNotNull();
        assertThat(stub.requests().size() - before).isEqualTo(expected);
        return failure;
    }
}

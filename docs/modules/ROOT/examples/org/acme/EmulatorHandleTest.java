package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of testing.adoc. */
// tag::inject[]
@QuarkusTest
class EmulatorHandleTest {

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenService service;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    // end::inject[]
    @Inject
    TokenOperations tokens;

    // tag::named[]
    @Inject
    @AuthleteServiceName("eu")
    AuthleteEmulator emulatorOfEu;
    // end::named[]

    // tag::recovery[]
    @Test
    void aShortOutageGoesUnnoticed() {
        emulator.inject(Fault.status(503).retryAfter(Duration.ZERO).on(TokenOperation.CREATE).times(2));

        service.issue("john");

        assertThat(emulator.requests(TokenOperation.CREATE)).extracting(RecordedRequest::status)
                .containsExactly(503, 503, 200);
    }
    // end::recovery[]

    // tag::lost[]
    @Test
    void aLostAnswerIsNoSecondToken() {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());

        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> service.issue("john"));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(emulator.requests(TokenOperation.CREATE)).hasSize(1);
        assertThat(tokens.list(TokenListRequest.builder().subject("john").build()).totalCount()).isEqualTo(1);
    }
    // end::lost[]

    @Test
    void everyKindOfFault() {
        // tag::faults[]
        emulator.inject(Fault.status(503).retryAfter(Duration.ofSeconds(5)));
        emulator.inject(Fault.status(403).result("A001215", "The client is locked."));
        emulator.inject(Fault.action(ResponseAction.INTERNAL_SERVER_ERROR).on(TokenOperation.UPDATE));
        emulator.inject(Fault.connectionReset().times(3));
        emulator.inject(Fault.truncatedBody().afterProcessing());
        emulator.inject(Fault.delay(Duration.ofSeconds(3)));
        emulator.inject(Fault.status(500).delayed(Duration.ofSeconds(1)).untilCleared());
        emulator.inject(Fault.batchFailsAfter(2));
        emulator.inject(Fault.unhealthy().untilCleared());
        // end::faults[]
        assertThat(emulator.faults()).hasSize(9);
        emulator.clearFaults();
        assertThat(emulator.faults()).isEmpty();
    }

    // tag::throttled[]
    @Test
    void aThrottledCreateIsRetriedWhenTheServerSays() {
        emulator.inject(Fault.status(429).retryAfter(Duration.ofSeconds(1)).on(TokenOperation.CREATE));

        service.issue("john");

        assertThat(emulator.requests(TokenOperation.CREATE)).extracting(RecordedRequest::status).containsExactly(429, 200);
    }
    // end::throttled[]

    // tag::requests[]
    @Test
    void theScopesAreSent() {
        service.issue("john");

        RecordedRequest request = emulator.requests(TokenOperation.CREATE).get(0);
        assertThat(request.body()).containsEntry("subject", "john").containsKey("scopes");
        assertThat(request.headers()).containsEntry("authorization", RecordedRequest.MASK);
    }
    // end::requests[]

    // tag::clock[]
    @Test
    void tokensExpireAfterAnHour() {
        service.issue("john");

        emulator.advanceClock(Duration.ofMinutes(61));

        assertThat(
                tokens.list(TokenListRequest.builder().subject("john").tokenStatus(TokenStatus.INVALID).build()).totalCount())
                .isEqualTo(1);
    }
    // end::clock[]

    // tag::seed[]
    @Test
    void oldTokensAreRevokedToo() {
        Instant yesterday = emulator.now().minus(Duration.ofDays(1));
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("john")
                .build();
        TokenCreateResponse expired = emulator.addToken(request, yesterday);
        emulator.addToken(request.toBuilder().accessToken("a-chosen-value").build());

        assertThat(expired.accessToken()).isNotBlank();
        assertThat(service.signOutEverywhere("john")).isEqualTo(2);
    }
    // end::seed[]

    @Test
    void clients() {
        emulator.addClient(42);
        assertThatThrownBy(() -> service.issue("john")).isInstanceOf(AuthleteActionException.class);
    }

    @Test
    void otherServices() {
        emulatorOfEu.inject(Fault.status(500).untilCleared());

        service.issue("john");
        assertThat(emulatorOfEu.requests()).isEmpty();
        emulatorOfEu.reset();
    }
}

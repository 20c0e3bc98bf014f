package org.acme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;

/** The snippets of fault-tolerance.adoc. */
@QuarkusTest
@WithTestResource(value = FaultyServer.class, initArgs = @ResourceArg(name = "property", value = "quarkus.authlete.\"faulty\".url"))
@WithTestResource(StubServer.class) // so that it shares the application of StubServerTest
class FaultToleranceTest {

    @Inject
    @AuthleteServiceName("faulty")
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("faulty")
    ReactiveTokenOperations reactive;

    @ConfigProperty(name = "quarkus.authlete.url")
    String emulator;

    FaultyServer server;

    @BeforeEach
    void nothingIsWrong() {
        server.reset(emulator);
    }

    @Test
    void noRetries() {
        server.becomeUnavailable();
        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> {
            TokenListRequest request = TokenListRequest.builder().subject("john").build();
            // tag::no-retries[]
            RequestOptions quick = RequestOptions.builder()
                    .timeout(Duration.ofSeconds(2)) // for everything
                    .retry(RetryPolicy.none())
                    .build();
            TokenListResponse page = tokens.list(request, quick);
            // end::no-retries[]
            assertThat(page).isNull();
        });
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void retriesOfTheCall() {
        server.becomeUnavailable();
        // tag::backoff[]
        RetryPolicy patient = RetryPolicy.builder()
                .maxRetries(5)
                .initialInterval(Duration.ofMillis(100))
                .maxInterval(Duration.ofSeconds(2))
                .maxElapsedTime(Duration.ofMinutes(1))
                .statusCodes(429, 503) // not 500, 502 and 504
                .retryConnectionErrors(false)
                .build();
        RequestOptions options = RequestOptions.builder().timeout(Duration.ofMinutes(2)).retry(patient).build();
        // end::backoff[]

        AuthleteException e = catchThrowableOfType(AuthleteException.class,
                () -> tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1).build(), options));

        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.attempts()).isEqualTo(6);
        assertThat(server.requests()).isEqualTo(6);
    }

    @Test
    void aDeleteThatWasDoneSucceeds() {
        String accessToken = tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1).build())
                .accessToken();
        server.reset(emulator);
        server.loseNextAnswer();

        tokens.delete(accessToken);

        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void cancellation() throws Exception {
        server.becomeUnavailable();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        // tag::cancel[]
        Cancellable call = reactive.list(TokenListRequest.all()).subscribe().with(
                page -> ended.complete(null), ended::completeExceptionally);
        // ...
        call.cancel(); // neither of the two functions is called any more
        // end::cancel[]
        SECONDS.sleep(2);
        assertThat(ended).isNotDone();
        assertThat(server.requests()).isLessThan(2);
    }
}

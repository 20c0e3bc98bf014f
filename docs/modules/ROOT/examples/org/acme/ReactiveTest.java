package org.acme;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The snippets of reactive.adoc. */
@QuarkusTest
class ReactiveTest {

    @Inject
    TokenOperations blocking;

    @Inject
    ReactiveTokenOperations tokens;

    // tag::executor[]
    @Inject
    ManagedExecutor executor;

    CompletableFuture<Long> signOutLater(String subject) {
        return executor.supplyAsync(() -> blocking.revokeBySubject(subject).count());
    }
    // end::executor[]

    @Test
    void aResourceOnTheEventLoop() {
        when().get("/token-count?subject=nobody").then().statusCode(200).body(equalTo("0"));
    }

    @Test
    void eachSubscriptionIsACall() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject("twice").build();
        // tag::once[]
        Uni<TokenCreateResponse> creation = tokens.create(request); // nothing is sent yet
        Uni<TokenCreateResponse> once = creation.memoize().indefinitely(); // however often it is subscribed to
        // end::once[]
        once.await().atMost(Duration.ofMinutes(1));
        once.await().atMost(Duration.ofMinutes(1));
        assertThat(tokensOfTwice()).isEqualTo(1);

        creation.await().atMost(Duration.ofMinutes(1));
        creation.await().atMost(Duration.ofMinutes(1));
        assertThat(tokensOfTwice()).isEqualTo(3);
    }

    @Test
    void aStage() throws Exception {
        issue("staged");
        // tag::stage[]
        CompletableFuture<TokenRevokeResponse> revoked = tokens.revokeBySubject("staged").subscribeAsCompletionStage();
        // end::stage[]
        assertThat(revoked.get(10, TimeUnit.SECONDS).count()).isEqualTo(1);
    }

    @Test
    void aCancelledStageCancelsTheCall() {
        AtomicBoolean cancelled = new AtomicBoolean();
        CompletableFuture<?> stage = tokens.list(TokenListRequest.all()).onItem().delayIt().by(Duration.ofMinutes(1))
                .onCancellation().invoke(() -> cancelled.set(true)).subscribeAsCompletionStage();

        stage.cancel(true);

        assertThat(cancelled).isTrue();
    }

    @Test
    void aManagedThread() throws Exception {
        issue("later");
        assertThat(signOutLater("later").get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private void issue(String subject) {
        blocking.create(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject(subject).build());
    }

    private long tokensOfTwice() {
        return blocking.list(TokenListRequest.builder().subject("twice").build()).totalCount();
    }
}

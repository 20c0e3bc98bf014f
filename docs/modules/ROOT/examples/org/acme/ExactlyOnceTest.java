package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of exactly-once.adoc. */
@QuarkusTest
class ExactlyOnceTest {

    private static final long CLIENT = 26888344961664L;
    private static final Fault LOST_ANSWER = Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing();

    @Inject
    TokenOperations tokens;

    @Inject
    SafeCreation creation;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    @Test
    void aLostTokenIsRecovered() {
        TokenCreateRequest request = request("john");
        emulator.inject(LOST_ANSWER);

        // tag::exactly-once[]
        RequestOptions exactlyOnce = RequestOptions.builder().exactlyOnce().build();

        TokenCreateResponse created = tokens.create(request, exactlyOnce);
        // end::exactly-once[]

        assertThat(created.recovered()).isTrue();
        assertThat(hashes("john")).hasSize(1);
    }

    @Test
    void anUnfinishedCreateIsResumed() {
        TokenCreateRequest request = request("john");
        RequestOptions exactlyOnce = RequestOptions.builder().exactlyOnce().retry(RetryPolicy.none()).build();
        List<TokenCreateRequest> unfinished = new ArrayList<>();
        emulator.inject(LOST_ANSWER);

        // tag::resume[]
        try {
            tokens.create(request, exactlyOnce);
        } catch (AuthleteException e) {
            if (e.unfinished() == null) {
                throw e; // for certain, there is no token
            }
            unfinished.add(e.unfinished());
        }
        // ... and later
        for (TokenCreateRequest left : unfinished) {
            TokenCreateResponse created = tokens.create(left, RequestOptions.builder().resume().build());
            // end::resume[]
            assertThat(created.accessToken()).isEqualTo(left.accessToken());
            // tag::resume[]
        }
        // end::resume[]

        assertThat(unfinished).hasSize(1);
        assertThat(hashes("john")).hasSize(1);
    }

    @Test
    void aLostTokenIsRevoked() {
        AuthleteException e = lose(request("john"));

        assertThat(e.safeToRetry()).isFalse();
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(hashes("john")).isEmpty();
    }

    @Test
    void withoutRevocationTheTokenWouldBeThere() {
        emulator.inject(LOST_ANSWER);

        catchThrowableOfType(AuthleteException.class, () -> tokens.create(request("john")));

        assertThat(hashes("john")).hasSize(1);
    }

    @Test
    void aTokenThatArrivesStays() {
        TokenCreateRequest request = request("john").toBuilder().properties(Property.of("plan", "gold")).build();

        assertThat(creation.create(request).properties()).contains(Property.of("plan", "gold"));

        assertThat(hashes("john")).hasSize(1);
    }

    @Test
    void otherTokensOfTheSameMomentStay() {
        emulator.addToken(request("alice"));
        emulator.addToken(request("john")); // on another device
        creation.create(request("john"));
        List<String> before = hashes(null);

        lose(request("john"));

        assertThat(hashes(null)).containsExactlyElementsOf(before);
    }

    @Test
    void theLostTokenIsFoundAmongMany() {
        for (int i = 0; i < 45; i++) {
            emulator.addToken(request("john"));
        }
        List<String> before = hashes("john");

        lose(request("john"));

        assertThat(hashes("john")).containsExactlyElementsOf(before);
    }

    @Test
    void aClientMayBeNamedByItsIdentifier() {
        List<String> before = hashes("john");

        lose(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientIdentifier(Long.toString(CLIENT)).subject("john")
                .build());

        assertThat(hashes("john")).containsExactlyElementsOf(before);
        assertThat(emulator.requests(TokenOperation.REVOKE)).hasSize(1);
    }

    @Test
    void withoutAUserNothingIsRevoked() {
        emulator.addToken(request("alice"));
        emulator.addToken(request("bob"));

        lose(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(CLIENT).build());

        assertThat(hashes(null)).hasSize(3);
        assertThat(emulator.requests(TokenOperation.REVOKE)).isEmpty();
    }

    @Test
    void aUserThatTheGrantIgnoresLosesNothing() {
        emulator.addToken(request("john"));

        lose(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(CLIENT).subject("john").build());

        assertThat(hashes("john")).hasSize(1);
        assertThat(emulator.requests(TokenOperation.REVOKE)).isEmpty();
    }

    @Test
    void aCleanUpThatFailsDoesNotHideTheFailureOfTheCreate() {
        emulator.inject(Fault.status(403).result("A001217", "This API is not available.").on(TokenOperation.LIST));

        AuthleteException e = lose(request("john"));

        assertThat(e.operation()).isEqualTo(TokenOperation.CREATE);
        assertThat(e.getSuppressed()).singleElement().isInstanceOfSatisfying(AuthleteException.class,
                cleanUp -> assertThat(cleanUp.resultCode()).isEqualTo("A001217"));
    }

    @Test
    void aCreateThatIsRefusedNeedsNoCleanUp() {
        emulator.inject(Fault.status(403).on(TokenOperation.CREATE));

        catchThrowableOfType(AuthleteException.class, () -> creation.create(request("john")));

        assertThat(emulator.requests(TokenOperation.LIST)).isEmpty();
    }

    private AuthleteException lose(TokenCreateRequest request) {
        emulator.inject(LOST_ANSWER);
        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> creation.create(request));
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        return e;
    }

    /** @param subject {@code null} for all users */
    private List<String> hashes(String subject) {
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.builder().subject(subject).build())) {
            return all.map(AccessToken::accessTokenHash).toList();
        }
    }

    private static TokenCreateRequest request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(CLIENT).subject(subject).build();
    }
}

package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of unknown-outcome.adoc. */
@QuarkusTest
@WithTestResource(value = FaultyServer.class, initArgs = @ResourceArg(name = "property", value = "quarkus.authlete.\"faulty\".url"))
class UnknownOutcomeTest {

    @Inject
    @AuthleteServiceName("faulty")
    TokenOperations tokens;

    @ConfigProperty(name = "quarkus.authlete.url")
    String emulator;

    FaultyServer server;

    @BeforeEach
    void noTokens() {
        server.reset(emulator);
        tokens.revoke(TokenRevokeRequest.subject("john"));
    }

    @Test
    void aLostTokenIsRevoked() {
        SafeCreation creation = new SafeCreation(tokens);
        server.loseNextAnswer();

        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> creation.create(request()));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.safeToRepeat()).isFalse();
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(tokensOfJohn()).isZero();
    }

    @Test
    void withoutRevocationTheTokenWouldBeThere() {
        server.loseNextAnswer();

        catchThrowableOfType(AuthleteException.class, () -> tokens.create(request()));

        assertThat(tokensOfJohn()).isEqualTo(1);
    }

    @Test
    void aTokenThatArrivesStays() {
        assertThat(new SafeCreation(tokens).create(request()).accessToken()).isNotBlank();

        assertThat(tokensOfJohn()).isEqualTo(1);
    }

    @Test
    void aChosenValueIsIssuedOnce() {
        String ownValue = UUID.randomUUID().toString();
        TokenCreateRequest request = request().toBuilder().accessToken(ownValue).build();
        server.loseNextAnswer();

        catchThrowableOfType(AuthleteException.class, () -> tokens.create(request));
        AuthleteActionException repeated = catchThrowableOfType(AuthleteActionException.class, () -> tokens.create(request));

        assertThat(repeated.response()).isInstanceOfSatisfying(TokenCreateResponse.class,
                answer -> assertThat(answer.action()).isEqualTo(ResponseAction.BAD_REQUEST));
        assertThat(tokensOfJohn()).isEqualTo(1);
    }

    private long tokensOfJohn() {
        return tokens.list(TokenListRequest.all().subject("john")).totalCount();
    }

    private static TokenCreateRequest request() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject("john").build();
    }
}

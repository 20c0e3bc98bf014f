package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The examples in the javadoc of the public packages. */
@QuarkusTest
class PackageExamplesTest {

    @Inject
    TokenOperations tokens;

    String issue(String user) {
        return tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).subject(user).scopes("history.read").build()).accessToken();
    }

    Optional<TokenCreateResponse> issue(TokenCreateRequest request) {
        try {
            return Optional.of(tokens.create(request));
        } catch (AuthleteException e) {
            if (e.outcome() == Outcome.UNKNOWN) {
                throw e; // there may be a token that nobody has received
            }
            return Optional.empty();
        }
    }

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Inject
    AuthleteEmulator emulator;

    @Test
    void answerIsLost() {
        emulator.inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        assertThatThrownBy(() -> issue("john")).isInstanceOf(AuthleteConnectionException.class);
        assertThat(tokens.list(TokenListRequest.builder().subject("john").build()).totalCount()).isEqualTo(1);
    }

    @Test
    void refused() {
        assertThat(issue(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1).build())).isEmpty();
    }

    @Test
    void pages() {
        TokenListRequest request = TokenListRequest.builder().subject("john").range(0, 20).build();
        TokenListRequest nextPage = request.toBuilder().range(20, 40).build();

        issue("john");
        assertThat(tokens.list(request).accessTokens()).hasSize(1);
        assertThat(tokens.list(nextPage).accessTokens()).isEmpty();
    }

    @Test
    void longestCall() {
        LongestCall listener = new LongestCall();
        TokenCallResult.Builder result = TokenCallResult.builder().kind(TokenCallResult.Kind.SUCCESS).attempts(1);

        listener.callEnded(null, result.duration(Duration.ofMillis(7)).build());
        listener.callEnded(null, result.duration(Duration.ofMillis(5)).build());

        assertThat(listener.longest).isEqualTo(Duration.ofMillis(7));
    }
}

package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The clean-up of lists.adoc. */
@QuarkusTest
class TokenCleanUpTest {

    private static final Instant LAST_WEEK = Instant.now().minus(Duration.ofDays(7));
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofDays(30);

    @Inject
    TokenCleanUp cleanUp;

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    @Test
    void whatIsOfUseStays() {
        emulator.addToken(user("access token has expired, refresh token lives", SHORT, LONG), LAST_WEEK);
        emulator.addToken(user("refresh token has expired, access token lives", LONG, SHORT), LAST_WEEK);
        emulator.addToken(user("both live", LONG, LONG), LAST_WEEK);
        emulator.addToken(user("persistent", SHORT, SHORT).toBuilder().accessTokenPersistent(true).build(), LAST_WEEK);
        emulator.addToken(user("both have expired just now", SHORT, SHORT), Instant.now().minus(Duration.ofHours(2)));
        List<String> before = subjects();

        assertThat(cleanUp.run()).isZero();

        assertThat(subjects()).isEqualTo(before).hasSize(5);
        assertThat(emulator.requests(TokenOperation.DELETE)).isEmpty();
    }

    @Test
    void whatIsOfNoUseGoesHoweverMuch() {
        emulator.addToken(user("signed in", SHORT, LONG), LAST_WEEK);
        for (int i = 0; i < 45; i++) {
            emulator.addToken(user("user-" + i, SHORT, SHORT), LAST_WEEK);
        }
        emulator.addToken(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1).build(), LAST_WEEK);

        assertThat(cleanUp.run()).isEqualTo(46);

        assertThat(subjects()).containsExactly("signed in");
    }

    private List<String> subjects() {
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.all())) {
            return all.map(AccessToken::subject).toList();
        }
    }

    private static TokenCreateRequest user(String subject, Duration accessTokenLife, Duration refreshTokenLife) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1).subject(subject)
                .accessTokenDuration(accessTokenLife).refreshTokenDuration(refreshTokenLife).build();
    }
}

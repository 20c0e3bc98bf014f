package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.acme.TokenImport.OldToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of importing.adoc. */
@QuarkusTest
class TokenImportTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final OldToken[] oldTokens = IntStream.range(0, 50)
            .mapToObj(i -> oldToken("user-" + i, HOUR, Duration.ofDays(30))).toArray(OldToken[]::new);

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenImport tokenImport;

    @Inject
    TokenOperations tokens;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    // tag::again[]
    @Test
    void anImportThatIsRunAgainFinishesWhatWasLeft() {
        emulator.inject(Fault.status(403).on(TokenOperation.CREATE).times(3));

        assertThat(tokenImport.run(Stream.of(oldTokens))).isEqualTo(3);
        assertThat(tokenImport.run(Stream.of(oldTokens))).isZero();

        assertThat(tokens.list(TokenListRequest.builder().range(0, 0).build()).totalCount()).isEqualTo(50);
    }
    // end::again[]

    @Test
    void aUserWhoseAccessTokenHasExpiredStaysSignedIn() {
        Instant refreshTokenExpiresAt = Instant.now().plus(Duration.ofDays(30));

        assertThat(tokenImport.run(Stream.of(oldToken("jane", HOUR.negated(), Duration.ofDays(30))))).isZero();
        emulator.advanceClock(Duration.ofSeconds(5));

        AccessToken token = onlyToken();
        assertThat(token.accessTokenExpiry()).satisfies(expiry -> assertThat(expiry).isBefore(emulator.now()));
        assertThat(token.refreshTokenHash()).isNotNull();
        assertThat(token.refreshTokenExpiry()).satisfies(
                expiry -> assertThat(expiry).isCloseTo(refreshTokenExpiresAt, within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void aRefreshTokenThatHasExpiredIsNotRevived() {
        assertThat(tokenImport.run(Stream.of(oldToken("jane", HOUR, HOUR.negated())))).isZero();
        emulator.advanceClock(Duration.ofSeconds(5));

        AccessToken token = onlyToken();
        assertThat(token.accessTokenExpiry()).satisfies(expiry -> assertThat(expiry).isAfter(emulator.now()));
        assertThat(token.refreshTokenExpiry()).satisfies(expiry -> assertThat(expiry).isBefore(emulator.now()));
    }

    @Test
    void whatIsOfNoUseIsLeftOut() {
        OldToken withoutRefreshToken = new OldToken(UUID.randomUUID().toString(), null, 26888344961664L, "joe", "history.read",
                Instant.now().minus(HOUR), null);

        assertThat(tokenImport.run(Stream.of(oldToken("jane", HOUR.negated(), HOUR.negated()), withoutRefreshToken))).isZero();

        assertThat(emulator.requests(TokenOperation.CREATE)).isEmpty();
    }

    private AccessToken onlyToken() {
        List<AccessToken> all = tokens.list(TokenListRequest.all()).accessTokens();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static OldToken oldToken(String subject, Duration accessTokenLife, Duration refreshTokenLife) {
        return new OldToken(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 26888344961664L, subject,
                "history.read timeline.read", Instant.now().plus(accessTokenLife), Instant.now().plus(refreshTokenLife));
    }
}

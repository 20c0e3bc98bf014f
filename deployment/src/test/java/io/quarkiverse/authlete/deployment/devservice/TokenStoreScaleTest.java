package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages and counts are right among a million tokens, half of which expire one after another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenStoreScaleTest {

    private static final int TOKENS = 1_000_000;
    private static final int CLIENTS = 10;
    private static final int SUBJECTS = 50_000;

    private final ManualClock clock = new ManualClock();
    private final TokenStore store = new TokenStore(clock);
    private final long start = clock.millis();

    @BeforeAll
    void fill() {
        for (int i = 0; i < TOKENS; i++) {
            TokenStore.Addition added = store.add(new StoredToken.Builder(GrantType.PASSWORD, i % CLIENTS, start + 1_000L * i)
                    .tokenId(new UUID(0, i))
                    .accessTokenHash(new TokenHash(i, i, i, i))
                    .refreshToken(new TokenHash(i, i, i, -i), start + 10_000L * TOKENS, List.of("read", "write"))
                    .subject("user" + i % SUBJECTS)
                    .scopes(List.of("read", "write"))
                    .accessTokenExpiresAt(i % 2 == 0 ? 0 : start + 1_000L * (1 + i)));
            if (added != TokenStore.Addition.ADDED) {
                throw new AssertionError(added);
            }
        }
    }

    private void assertPage(TokenQuery query, int start, int end, int total, int... createdAfter) {
        TokenPage page = store.page(query, start, end);
        assertThat(page.totalCount()).isEqualTo(total);
        assertThat(page.tokens().stream().mapToInt(token -> (int) ((token.createdAt() - this.start) / 1_000))).containsExactly(
                IntStream.of(createdAfter).boxed().toArray(Integer[]::new));
    }

    @Test
    void findsPagesByAnyFilter() {
        assertPage(new TokenQuery(null, null, TokenStatus.ALL), 999_998, 1_000_005, TOKENS, 999_998, 999_999);
        assertPage(new TokenQuery(7L, null, TokenStatus.ALL), 50_000, 50_002, TOKENS / CLIENTS, 500_007, 500_017);
        assertPage(new TokenQuery(null, "user49999", TokenStatus.ALL), 18, 25, TOKENS / SUBJECTS, 949_999, 999_999);
        assertPage(new TokenQuery(9L, "user49999", TokenStatus.ALL), 0, 1, TOKENS / SUBJECTS, 49_999);
        assertPage(new TokenQuery(8L, "user49999", TokenStatus.ALL), 0, 5, 0);
    }

    @Test
    void findsPagesByStatus() {
        // The odd ones below 400 000 have expired.
        clock.advance(Duration.ofSeconds(400_000));
        assertPage(new TokenQuery(null, null, TokenStatus.INVALID), 199_999, 200_005, 200_000, 399_999);
        assertPage(new TokenQuery(null, null, TokenStatus.VALID), 200_000, 200_003, 800_000, 400_000, 400_001, 400_002);
        assertPage(new TokenQuery(1L, null, TokenStatus.INVALID), 39_999, 40_005, 40_000, 399_991);
        assertPage(new TokenQuery(1L, "user1", TokenStatus.VALID), 0, 1, 12, 400_001);
    }
}

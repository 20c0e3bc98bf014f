package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TokenStoreTest {

    private static final TokenQuery EVERYTHING = new TokenQuery(null, null, TokenStatus.ALL);

    private final TokenStore store = new TokenStore(new ManualClock());

    private static StoredToken.Builder token(String value) {
        return new StoredToken.Builder(GrantType.PASSWORD, 1, 0).tokenId(UUID.randomUUID()).subject("john")
                .accessTokenHash(TokenHash.ofValue(value)).accessTokenExpiresAt(1);
    }

    @Test
    void isEmptyOnceCleared() {
        store.add(token("a"));
        store.clear();
        for (TokenStatus status : TokenStatus.values()) {
            assertThat(store.page(new TokenQuery(null, null, status), 0, 5).totalCount()).isZero();
            assertThat(store.page(new TokenQuery(1L, "john", status), 0, 5).totalCount()).isZero();
        }
        assertThat(store.find(new TokenKey(TokenKey.Kind.ACCESS_TOKEN, "a"))).isEmpty();
        assertThat(store.add(token("a"))).isEqualTo(TokenStore.Addition.ADDED);
    }

    @Test
    void acceptsAValueOnceWhateverTheThread() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> adding = () -> (int) IntStream.range(0, 2_000)
                    .filter(i -> store.add(token("value" + i)) == TokenStore.Addition.ADDED).count();
            int added = 0;
            for (Future<Integer> result : threads.invokeAll(List.of(adding, adding, adding, adding))) {
                added += result.get();
            }
            assertThat(added).isEqualTo(2_000);
            assertThat(store.page(EVERYTHING, 0, 5_000).tokens()).hasSize(2_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void hashIsWrittenInOneWayOnly() {
        String hash = TokenHash.ofValue("a").toString();
        assertThat(TokenHash.parse(hash)).contains(TokenHash.ofValue("a"));
        // The same bytes, with other spare bits in the last character.
        char last = hash.charAt(42);
        assertThat(TokenHash.parse(hash.substring(0, 42) + (char) (last + 1))).isEmpty();
        assertThat(TokenHash.parse(hash + "=")).isEmpty();
        assertThat(TokenHash.parse("!".repeat(43))).isEmpty();
    }
}

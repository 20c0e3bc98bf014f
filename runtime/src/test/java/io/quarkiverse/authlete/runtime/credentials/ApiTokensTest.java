package io.quarkiverse.authlete.runtime.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

class ApiTokensTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private final ApiTokens tokens = ApiTokens
            .from("a provider", () -> Uni.createFrom().item(() -> "token-" + fetches.incrementAndGet()));

    @Test
    void aTokenIsFetchedOnce() {
        assertThat(get(tokens)).isEqualTo("token-1");
        assertThat(get(tokens)).isEqualTo("token-1");
    }

    @Test
    void aRefusedTokenIsFetchedAnew() {
        get(tokens);

        tokens.refused("token-1");

        assertThat(get(tokens)).isEqualTo("token-2");
    }

    @Test
    void aLateRefusalOfAnOldTokenChangesNothing() {
        get(tokens);
        tokens.refused("token-1");
        get(tokens);

        tokens.refused("token-1");

        assertThat(get(tokens)).isEqualTo("token-2");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void concurrentCallersShareOneFetch() {
        List<UniEmitter<? super String>> pending = new ArrayList<>();
        ApiTokens slow = ApiTokens.from("a provider", () -> Uni.createFrom().emitter(pending::add));
        List<String> received = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            slow.get().subscribe().with(received::add);
        }

        assertThat(pending).hasSize(1);
        pending.get(0).complete("the-token");

        assertThat(received).hasSize(5).containsOnly("the-token");
    }

    @Test
    void aFailedFetchIsNotKept() {
        AtomicInteger calls = new AtomicInteger();
        ApiTokens flaky = ApiTokens.from("a provider", () -> calls.incrementAndGet() == 1
                ? Uni.createFrom().failure(new IllegalStateException("vault is sealed"))
                : Uni.createFrom().item("second"));

        assertThatThrownBy(() -> get(flaky)).hasMessage("vault is sealed");
        assertThat(get(flaky)).isEqualTo("second");
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgainByALaterCall() {
        AtomicInteger calls = new AtomicInteger();
        ApiTokens silent = ApiTokens.from("a provider", () -> calls.incrementAndGet() == 1 ? Uni.createFrom().nothing()
                : Uni.createFrom().item("second"), Duration.ofMillis(50));

        assertThatThrownBy(() -> get(silent)).hasMessageContaining("did not answer");
        assertThat(get(silent)).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "two words", "line\nbreak", "é" })
    void aTokenThatCannotBeSentIsRefusedWithoutShowingIt(String token) {
        ApiTokens wrong = ApiTokens.from("a provider", () -> Uni.createFrom().item(token));

        assertThatThrownBy(() -> get(wrong)).isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(token.isEmpty() || !e.getMessage().contains(token)).isTrue());
    }

    @Test
    void aFixedTokenStays() {
        ApiTokens fixed = ApiTokens.fixed("a property", "fixed");

        fixed.refused("fixed");

        assertThat(get(fixed)).isEqualTo("fixed");
        assertThat(fixed.renewable()).isFalse();
    }

    private static String get(ApiTokens tokens) {
        return tokens.get().await().indefinitely();
    }
}

package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class SecretScrubberTest {

    @Test
    void theSecretsOfTheRequestAreMasked() {
        assertThat(SecretScrubber.scrub("no token abc, nor abc", Set.of("abc"))).isEqualTo("no token ***, nor ***");
    }

    @Test
    void whatLooksLikeATokenIsMasked() {
        assertThat(SecretScrubber.scrub("token Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q of client 26888344961664", Set.of()))
                .isEqualTo("token *** of client 26888344961664");
    }

    @Test
    void ordinaryTextStays() {
        String text = "[A109205] /auth/token/create, The scope 'accounts.transactions.read_write' is not supported.";

        assertThat(SecretScrubber.scrub(text, Set.of(""))).isEqualTo(text);
    }
}

package io.quarkiverse.authlete.runtime;

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
    void aSecretInAnotherOneLeavesNoRestOfIt() {
        assertThat(SecretScrubber.scrub("no token abcdef", Set.of("abc", "abcdef"))).isEqualTo("no token ***");
        assertThat(SecretScrubber.scrub("no token abcdefghi", Set.of("abcdef", "defghi"))).isEqualTo("no token ***");
    }

    @Test
    void aPercentEncodedSecretIsMasked() {
        assertThat(SecretScrubber.scrub("DELETE /delete/a%2Fb%20c", Set.of("a/b c"))).isEqualTo("DELETE /delete/***");
    }

    @Test
    void aTextIsOnOneLineAndNotEndless() {
        assertThat(SecretScrubber.scrub("a\r\nb\u001b[31m\u2028c\u202e", Set.of())).isEqualTo("a??b?[31m?c?");
        assertThat(SecretScrubber.scrub("a ".repeat(5000), Set.of())).hasSize(SecretScrubber.LONGEST_TEXT + 3).endsWith("...");
    }

    @Test
    void ordinaryTextStays() {
        String text = "[A109205] /auth/token/create, The scope 'accounts.transactions.read_write' is not supported.";

        assertThat(SecretScrubber.scrub(text, Set.of(""))).isEqualTo(text);
    }

    @Test
    void anIdentifierIsOnOneLineAndNotEndlessAndOtherwiseAsItIs() {
        assertThat(SecretScrubber.identifier("1b6a2f0c-7a6e-4e5d-9c31-0f6a4f5c2d1e"))
                .isEqualTo("1b6a2f0c-7a6e-4e5d-9c31-0f6a4f5c2d1e");
        assertThat(SecretScrubber.identifier("a\nb" + "x".repeat(200))).startsWith("a?bx").endsWith("x...").hasSize(103);
    }
}

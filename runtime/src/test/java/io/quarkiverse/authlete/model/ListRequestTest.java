package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What narrows a list. */
class ListRequestTest {

    @Test
    void allHasNoFilter() {
        assertThat(TokenListRequest.all()).isEqualTo(TokenListRequest.builder().build());
    }

    @Test
    void orderDoesNotMatter() {
        TokenListRequest expected = TokenListRequest.builder().clientIdentifier("26888344961664").subject("john").start(0)
                .end(20).tokenStatus(TokenStatus.VALID).build();
        assertThat(TokenListRequest.builder().clientIdentifier(26888344961664L).subject("john").range(0, 20)
                .tokenStatus(TokenStatus.VALID).build())
                .isEqualTo(expected);
        assertThat(TokenListRequest.builder().tokenStatus(TokenStatus.VALID).range(0, 20).subject("john")
                .clientIdentifier("26888344961664").build())
                .isEqualTo(expected);
    }

    @Test
    void builderOfARequestLeavesItAsItWas() {
        TokenListRequest before = TokenListRequest.builder().subject("john").build();
        assertThat(before.toBuilder().subject("jane").build().subject()).isEqualTo("jane");
        assertThat(before.subject()).isEqualTo("john");
    }

    @Test
    void nullRemovesAFilter() {
        assertThat(
                TokenListRequest.builder().clientIdentifier("x").subject("y").tokenStatus(TokenStatus.ALL)
                        .clientIdentifier(null).subject(null).tokenStatus(null).build())
                .isEqualTo(TokenListRequest.all());
    }
}

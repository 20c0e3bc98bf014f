package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A list request is narrowed step by step. */
class ListRequestTest {

    @Test
    void allHasNoFilter() {
        assertThat(TokenListRequest.all()).isEqualTo(new TokenListRequest(null, null, null, null, null));
    }

    @Test
    void everyStepSetsItsFieldAndKeepsTheOthers() {
        TokenListRequest expected = new TokenListRequest("26888344961664", "john", 0, 20, TokenStatus.VALID);
        assertThat(TokenListRequest.all().client(26888344961664L).subject("john").range(0, 20).status(TokenStatus.VALID))
                .isEqualTo(expected);
        assertThat(TokenListRequest.all().status(TokenStatus.VALID).range(0, 20).subject("john").client("26888344961664"))
                .isEqualTo(expected);
    }

    @Test
    void aStepLeavesTheRequestBeforeAsItWas() {
        TokenListRequest before = TokenListRequest.all().subject("john");
        assertThat(before.subject("jane").subject()).isEqualTo("jane");
        assertThat(before.subject()).isEqualTo("john");
    }

    @Test
    void nullRemovesAFilter() {
        assertThat(
                TokenListRequest.all().client("x").subject("y").status(TokenStatus.ALL).client(null).subject(null).status(null))
                .isEqualTo(TokenListRequest.all());
    }
}

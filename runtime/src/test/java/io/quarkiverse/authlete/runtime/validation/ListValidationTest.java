package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenStatus;

class ListValidationTest {

    @Test
    void whatTheApiTakesIsAccepted() {
        assertAccepted(TokenListRequest.all());
        assertAccepted(TokenListRequest.builder().clientIdentifier(1).subject("jürgen").range(0, Integer.MAX_VALUE)
                .tokenStatus(TokenStatus.ALL).build());
        assertAccepted(TokenListRequest.builder().range(7, 7).build());
        assertAccepted(range(null, 0));
        assertAccepted(range(4, null));
        assertAccepted(range(5, null));
        assertAccepted(range(Integer.MAX_VALUE, null));
        assertAccepted(TokenListRequest.builder().range(0, 0).build());
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.LIST, "request", "null", () -> VALIDATOR.list(null));
    }

    @Test
    void filtersAreNotBlank() {
        assertRefused("clientIdentifier", "blank", TokenListRequest.builder().clientIdentifier("").build());
        assertRefused("subject", "blank", TokenListRequest.builder().subject(" ").build());
    }

    @Test
    void rangeIsNotNegative() {
        assertRefused("start", "negative", TokenListRequest.builder().range(-1, 3).build());
        assertRefused("end", "negative", range(null, -1));
    }

    @Test
    void endIsNotBeforeStart() {
        assertRefused("end", "(3) is before start (4)", TokenListRequest.builder().range(4, 3).build());
    }

    private static TokenListRequest range(Integer start, Integer end) {
        return TokenListRequest.builder().start(start).end(end).build();
    }

    private static void assertAccepted(TokenListRequest request) {
        assertThatCode(() -> VALIDATOR.list(request)).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenListRequest request) {
        Refusals.assertRefused(TokenOperation.LIST, field, reason, () -> VALIDATOR.list(request));
    }
}

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
        assertAccepted(TokenListRequest.all().client(1).subject("jürgen").range(0, Integer.MAX_VALUE).status(TokenStatus.ALL));
        assertAccepted(TokenListRequest.all().range(7, 7));
        assertAccepted(range(null, 0));
        assertAccepted(range(4, null));
        assertAccepted(range(5, null));
        assertAccepted(range(Integer.MAX_VALUE, null));
        assertAccepted(TokenListRequest.all().range(0, 0));
    }

    @Test
    void requestIsNeeded() {
        Refusals.assertRefused(TokenOperation.LIST, "request", "null", () -> VALIDATOR.list(null));
    }

    @Test
    void filtersAreNotBlank() {
        assertRefused("clientIdentifier", "blank", TokenListRequest.all().client(""));
        assertRefused("subject", "blank", TokenListRequest.all().subject(" "));
    }

    @Test
    void rangeIsNotNegative() {
        assertRefused("start", "negative", TokenListRequest.all().range(-1, 3));
        assertRefused("end", "negative", range(null, -1));
    }

    @Test
    void endIsNotBeforeStart() {
        assertRefused("end", "(3) is before start (4)", TokenListRequest.all().range(4, 3));
    }

    private static TokenListRequest range(Integer start, Integer end) {
        return new TokenListRequest(null, null, start, end, null);
    }

    private static void assertAccepted(TokenListRequest request) {
        assertThatCode(() -> VALIDATOR.list(request)).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenListRequest request) {
        Refusals.assertRefused(TokenOperation.LIST, field, reason, () -> VALIDATOR.list(request));
    }
}

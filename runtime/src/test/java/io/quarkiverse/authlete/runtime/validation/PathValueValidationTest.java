package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static io.quarkiverse.authlete.runtime.validation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;

/** Values that become a segment of the path. */
class PathValueValidationTest {

    @ParameterizedTest
    @ValueSource(strings = { "21653835348762", "../x", "a/b", "%2F", "?", "#", "a b", "é", ";", "...", "\uD83D\uDE00" })
    void whatPercentEncodingMakesSafeIsAccepted(String value) {
        assertThatCode(() -> VALIDATOR.delete(value)).doesNotThrowAnyException();
        assertThatCode(() -> VALIDATOR.serviceId(TokenOperation.LIST, value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { " ", ".", "..", "a\nb", "a\rb", "\u0000", "a\u007F", "a\u0085b", "a\uD83D", "\uDE00a" })
    void whatItDoesNotMakeSafeIsRefused(String value) {
        assertRefused(TokenOperation.DELETE, "accessTokenIdentifier",
                "pass an access token, a refresh token, or the hash of one",
                () -> VALIDATOR.delete(value));
        assertRefused(TokenOperation.UPDATE, "serviceId", "set the ID of the Authlete service",
                () -> VALIDATOR.serviceId(TokenOperation.UPDATE, value));
    }

    @ParameterizedTest
    @EnumSource
    void refusalOfAServiceIdNamesTheOperation(TokenOperation operation) {
        assertRefused(operation, "serviceId", "dot segment", () -> VALIDATOR.serviceId(operation, ".."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret\n", "secret\uD83D" })
    void reasonHoldsNoValue(String value) {
        assertThatThrownBy(() -> VALIDATOR.delete(value)).message().startsWith("accessTokenIdentifier ")
                .doesNotContain("secret");
    }
}

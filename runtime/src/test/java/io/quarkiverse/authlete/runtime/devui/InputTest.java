package io.quarkiverse.authlete.runtime.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.runtime.devui.Input.InvalidInputException;

class InputTest {

    @ParameterizedTest
    @ValueSource(strings = { "0", "11", "99999999999999", "999999999999999999999999", "-1", "1.5", "1e1", "x", "1 2",
            "\u0665" })
    void whatIsNoNumberWithinTheLimitsIsToldInWords(String text) {
        assertThatThrownBy(() -> Input.number("The delay", text, 1, 10)).isInstanceOf(InvalidInputException.class)
                .hasMessage("The delay must be a whole number from 1 to 10.");
    }

    @Test
    void blankIsNoNumber() {
        assertThat(Input.number("The delay", " ", 1, 10)).isNull();
        assertThat(Input.number("The delay", null, 1, 10)).isNull();
        assertThat(Input.number("The delay", " 10 ", 1, 10)).isEqualTo(10);
        assertThatThrownBy(() -> Input.requiredNumber("The delay", "", 1, 10)).hasMessage("The delay is missing.");
    }

    @Test
    void aNameThatIsNotKnownIsToldInWords() {
        assertThat(Input.constant(TokenStatus.class, "The status", "VALID")).isEqualTo(TokenStatus.VALID);
        assertThatThrownBy(() -> Input.constant(TokenStatus.class, "The status", "valid"))
                .isInstanceOf(InvalidInputException.class).hasMessage("The status is not known.");
    }

    @Test
    void anUnexpectedFailureKeepsItsMessageToTheLog() {
        DevUiResult<Object> result = DevUiResult.of(() -> new BigInteger("x"));
        assertThat(result.failure().message()).isEqualTo("The application could not do that. Its log tells why.");
    }
}

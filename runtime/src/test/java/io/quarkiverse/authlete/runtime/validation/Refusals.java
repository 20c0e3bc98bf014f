package io.quarkiverse.authlete.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;

/** What every refusal of a request has in common. */
final class Refusals {

    static final RequestValidator VALIDATOR = new RequestValidator("eu");

    private Refusals() {
    }

    static void assertRefused(TokenOperation operation, String field, String reason, ThrowingCallable call) {
        AuthleteInvalidRequestException refusal = catchThrowableOfType(AuthleteInvalidRequestException.class, call);
        assertThat(refusal).as("refused because of " + field).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessageStartingWith(field + " ").hasMessageContaining(reason);
        assertThat(refusal.operation()).isEqualTo(operation);
        assertThat(refusal.service()).isEqualTo("eu");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refusal.attempts()).isZero();
    }
}

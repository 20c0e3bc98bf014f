package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResponseException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of errors.adoc. */
@QuarkusTest
class ErrorsTest {

    private static final Logger LOG = Logger.getLogger(ErrorsTest.class);

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    // tag::outcome[]
    String issue(TokenCreateRequest request) {
        try {
            return tokens.create(request).accessToken();
        } catch (AuthleteInvalidRequestException e) {
            throw new IllegalArgumentException("Please correct " + e.field(), e); // nothing was sent
        } catch (AuthleteException e) {
            switch (e.outcome()) {
                case NOT_SENT -> LOG.warn("Authlete was not reached: no token was issued", e);
                case REJECTED -> LOG.warn("Authlete has refused the request: no token was issued", e);
                case UNKNOWN -> LOG.error("A token may have been issued: revoke it, or do not just try again", e);
            }
            throw e;
        }
    }
    // end::outcome[]

    // tag::delete-if-present[]
    void deleteIfPresent(String accessToken) {
        try {
            tokens.delete(accessToken);
        } catch (AuthleteResponseException e) {
            boolean gone = e.status() == 404 || "A161202".equals(e.resultCode());
            if (!gone) {
                throw e;
            }
        }
    }
    // end::delete-if-present[]

    @Test
    void anActionThatIsNotOk() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.of("NEW")).clientId(1).subject("john").build();

        AuthleteActionException e = catchThrowableOfType(AuthleteActionException.class, () -> issue(request));

        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        // tag::action[]
        if (e.response() instanceof TokenCreateResponse answer) {
            ResponseAction action = answer.action();
            LOG.infof("No token: %s, %s", action, answer.resultCode());
        }
        // end::action[]
        assertThat(e.response()).isInstanceOfSatisfying(TokenCreateResponse.class,
                answer -> assertThat(answer.action()).isEqualTo(ResponseAction.BAD_REQUEST));
    }

    @Test
    void aRequestThatIsNotSent() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1).build();

        IllegalArgumentException e = catchThrowableOfType(IllegalArgumentException.class, () -> issue(request));

        assertThat(e).hasMessage("Please correct subject");
        assertThat(((AuthleteException) e.getCause()).attempts()).isZero();
    }

    @Test
    void aTokenThatIsNotThere() {
        deleteIfPresent("no-such-token");

        emulator.inject(Fault.status(400).result("A161202", "The token does not exist.").on(TokenOperation.DELETE));
        deleteIfPresent("no-such-token");

        emulator.inject(Fault.status(400).result("A161203", "A token of another service.").on(TokenOperation.DELETE));
        assertThatThrownBy(() -> deleteIfPresent("token-of-another-service")).isInstanceOf(AuthleteResultException.class);
    }
}

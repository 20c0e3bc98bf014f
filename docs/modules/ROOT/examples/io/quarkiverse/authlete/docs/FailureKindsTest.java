package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.observation.FailureKind;

/** The page about metrics has the kind of each exception. */
class FailureKindsTest {

    private static final Path PAGE = Path.of("modules/ROOT/pages/observability.adoc");
    private static final FailedCall CALL = FailedCall.builder(TokenOperation.LIST, "<default>", true, Outcome.UNKNOWN)
            .status(200).build();
    private static final List<AuthleteException> FAILURES = List.of(
            new AuthleteInvalidRequestException(CALL, "field", "reason"),
            new AuthleteCallNotPermittedException(CALL, "reason", null),
            new AuthleteConnectionException(CALL, "reason", null),
            new AuthleteTimeoutException(CALL, "reason", null),
            new AuthleteHttpException(CALL, "reason", null),
            new AuthleteResultException(CALL, "reason", null),
            new AuthleteActionException(CALL, "reason", null),
            new AuthleteUnreadableResponseException(CALL, "reason", null));

    @Test
    void eachExceptionHasItsKindOnThePage() throws IOException {
        assertThat(Files.readString(PAGE)).contains(FAILURES.stream()
                .map(failure -> "\n| `" + FailureKind.of(failure).label() + "` | `" + failure.getClass().getSimpleName()
                        + "`\n")
                .toList());
    }

    @Test
    void theOtherKindIsForTheRest() {
        assertThat(FailureKind.of(new AuthleteException(CALL, "reason", null))).isEqualTo(FailureKind.OTHER);
        assertThat(FAILURES.stream().map(FailureKind::of)).doesNotHaveDuplicates()
                .containsAll(Arrays.stream(FailureKind.values()).filter(kind -> kind != FailureKind.OTHER).toList());
    }
}

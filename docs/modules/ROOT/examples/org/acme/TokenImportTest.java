package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.acme.TokenImport.OldToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of importing.adoc. */
@QuarkusTest
class TokenImportTest {

    private final OldToken[] oldTokens = IntStream.range(0, 50).mapToObj(i -> new OldToken(UUID.randomUUID().toString(),
            UUID.randomUUID().toString(), 26888344961664L, "user-" + i, "history.read timeline.read",
            Instant.now().plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofDays(30)))).toArray(OldToken[]::new);

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenImport tokenImport;

    @Inject
    TokenOperations tokens;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    // tag::again[]
    @Test
    void anImportThatIsRunAgainFinishesWhatWasLeft() {
        emulator.inject(Fault.status(403).on(TokenOperation.CREATE).times(3));

        assertThat(tokenImport.run(Stream.of(oldTokens))).isEqualTo(3);
        assertThat(tokenImport.run(Stream.of(oldTokens))).isZero();

        assertThat(tokens.list(TokenListRequest.all().range(0, 100)).totalCount()).isEqualTo(50);
    }
    // end::again[]
}

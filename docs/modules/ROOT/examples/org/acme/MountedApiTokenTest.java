package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The provider of deploying.adoc follows a file that is replaced while the application runs. */
@QuarkusTest
class MountedApiTokenTest {

    @Inject
    @AuthleteServiceName("mounted")
    TokenOperations tokens;

    @ConfigProperty(name = "api-token.file")
    Path file;

    @Test
    void aRotatedFileIsReadWithoutARestart() throws IOException {
        Files.deleteIfExists(file);
        AuthleteException missing = catchThrowableOfType(AuthleteException.class, this::list);
        assertThat(missing.outcome()).isEqualTo(Outcome.NOT_SENT);

        Files.writeString(file, "an-old-api-token\n");
        assertThat(catchThrowableOfType(AuthleteException.class, this::list).status()).isEqualTo(401);

        Files.writeString(file, "the-api-token-of-the-file\n");
        list();
    }

    private void list() {
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The seed file can be outside of the application, here at a path relative to the directory of the project. */
class SeedPathTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.seed",
                    write("{\"tokens\": [{\"grantType\": \"CLIENT_CREDENTIALS\", \"clientId\": 1}]}").toString());

    @Inject
    TokenOperations tokens;

    @Test
    void isRead() {
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(1);
    }

    private static Path write(String json) {
        try {
            Path file = Files.writeString(Files.createTempFile(Path.of("target"), "seed", ".json"), json);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

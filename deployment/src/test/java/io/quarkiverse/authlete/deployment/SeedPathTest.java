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
import io.quarkus.test.QuarkusUnitTest;

/** The seed file can be anywhere. */
class SeedPathTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("quarkus.authlete.devservices.seed",
                    write("{\"tokens\": [{\"grantType\": \"CLIENT_CREDENTIALS\", \"clientId\": 1}]}").toString());

    @Inject
    TokenOperations tokens;

    @Test
    void outsideOfTheApplication() {
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(1);
    }

    private static Path write(String json) {
        try {
            Path file = Files.writeString(Files.createTempFile("seed", ".json"), json);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.acme.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;
import io.quarkus.test.junit.main.QuarkusMainLauncher;

/** The packaged application, from the command line. */
@QuarkusMainIntegrationTest
class ImporterIT {

    @TempDir
    Path directory;

    @Test
    void imports(QuarkusMainLauncher importer) throws Exception {
        Path file = Files.writeString(directory.resolve("tokens.jsonl"), """
                {"accessToken":"a","accessTokenExpiresAt":"%s","grantType":"CLIENT_CREDENTIALS","clientId":1}
                """.formatted(Instant.now().plusSeconds(3600)));
        String failures = "--failures=" + directory.resolve("failures.jsonl");

        LaunchResult dryRun = importer.launch("--dry-run", failures, file.toString());
        assertThat(dryRun.getOutput()).contains("Nothing was sent. 1 to import");
        assertThat(dryRun.exitCode()).isZero();

        LaunchResult first = importer.launch(failures, file.toString());
        assertThat(first.getOutput()).contains("1 imported, 0 there already, 0 expired, 0 failed");
        assertThat(first.exitCode()).isZero();

        LaunchResult again = importer.launch(failures, file.toString());
        assertThat(again.getOutput()).contains("0 imported, 1 there already, 0 expired, 0 failed");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void aMistakeInTheOptions(QuarkusMainLauncher importer) {
        LaunchResult result = importer.launch("--no-such-option");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.getErrorOutput() + result.getOutput()).contains("Usage: importer");
    }
}

package org.acme.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;
import picocli.CommandLine;

@QuarkusTest
class ImportCommandTest {

    private static final String SECRET = "secret-value";

    @Inject
    Importer importer;

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @TempDir
    Path directory;

    private Path file;
    private Path failures;
    private String output;

    @BeforeEach
    void reset() {
        emulator.reset();
        file = directory.resolve("tokens.jsonl");
        failures = directory.resolve("failures.jsonl");
    }

    @Test
    void allTokensAreImportedWithTheirTimes() throws IOException {
        write(row("one", "in", 3600, 86_400), row("two", "in", -60, 86_400), "", row("three", "in", -60, -60));

        assertThat(run()).isZero();

        assertThat(output).contains("2 imported, 0 there already, 1 expired, 0 failed")
                .contains("3 of 3 lines (100 %)");
        assertThat(failures).isEmptyFile();
        List<AccessToken> all = tokens.list(TokenListRequest.all()).accessTokens();
        assertThat(all).extracting(AccessToken::subject).containsExactlyInAnyOrder("one", "two");
        assertThat(all).filteredOn(token -> token.subject().equals("one")).singleElement().satisfies(token -> {
            assertThat(token.scopes()).containsExactly("history.read");
            assertThat(token.accessTokenExpiry()).isBetween(Instant.now(), Instant.now().plusSeconds(3601));
        });
    }

    @Test
    void anotherRunGoesOnWhereTheFirstOneWasStopped() throws IOException {
        write(IntStream.range(0, 30).mapToObj(i -> row("user-" + i, "v" + i, 3600, 86_400)).toArray(String[]::new));
        emulator.inject(Fault.status(429).retryAfter(Duration.ofHours(1)).on(TokenOperation.CREATE).untilCleared());
        assertThat(run("--concurrency=3")).isEqualTo(1);
        assertThat(output).contains("The import was stopped").contains("Run it again with the same file");
        assertThat(failures).doesNotExist();
        assertThat(directory).isDirectoryNotContaining("glob:**.part");

        emulator.clearFaults();
        assertThat(run()).isZero();
        assertThat(output).contains("30 imported");
        assertThat(run()).isZero();
        assertThat(output).contains("0 imported, 30 there already, 0 expired, 0 failed");
    }

    @Test
    void whatHasFailedCanBeImportedAgainFromTheFileOfFailures() throws IOException {
        write(IntStream.range(0, 10).mapToObj(i -> row("user-" + i, "v" + i, 3600, 86_400)).toArray(String[]::new));
        emulator.inject(Fault.status(400).result("A106201", "[A106201] not this scope").on(TokenOperation.CREATE).times(2));

        assertThat(run("--concurrency=1")).isEqualTo(1);

        assertThat(output).contains("8 imported, 0 there already, 0 expired, 2 failed")
                .contains("Line 1: ").contains("A106201").doesNotContain(SECRET);
        assertThat(Files.readAllLines(failures)).hasSize(2).allMatch(line -> line.contains(SECRET) && line.contains("A106201"));
        assertThat(Files.getPosixFilePermissions(failures))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        file = failures;
        assertThat(run()).isZero();
        assertThat(output).contains("2 imported");
        assertThat(failures).isEmptyFile();
        assertThat(tokens.list(TokenListRequest.builder().range(0, 0).build()).totalCount()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no JSON secret-value", "{\"accessToken\":\"secret-value\"}", "[]", "{} {}", "null",
            "{\"accessToken\":\"secret-value\",\"scope\":[\"misspelt\"]}",
            "{\"accessToken\":\"secret-value\",\"accessTokenExpiresAt\":\"tomorrow\"}" })
    void aLineThatCannotBeReadIsAFailure(String line) throws IOException {
        write(line, row("good", "in", 3600, 3600));

        assertThat(run()).isEqualTo(1);

        assertThat(output).contains("1 imported, 0 there already, 0 expired, 1 failed").contains("Line 1: ")
                .doesNotContain(SECRET);
        assertThat(Files.readAllLines(failures)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"accessToken\":\"first\"} {\"accessToken\":\"second\"}",
            "{\"accessToken\":\"first\",\"accessToken\":\"second\"}" })
    void nothingOfALineThatFailedIsLost(String line) throws IOException {
        write(line);

        assertThat(run()).isEqualTo(1);

        assertThat(failures).content().contains("first").contains("second");
        file = failures;
        assertThat(run()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "[\"history.read\"]|[null]", "\"clientId\":1|\"clientId\":1.5",
            "\"AUTHORIZATION_CODE\"|\"\"", "\"AUTHORIZATION_CODE\"|\" x\"", "\"AUTHORIZATION_CODE\"|\"REFRESH_TOKEN\"",
            "\"clientId\":1|\"clientId\":true", "\"clientId\":1|\"clientId\":-1",
            "[\"history.read\"]|\"history.read\"", "\"subject\":\"one\"|\"subject\":\"\\ud800\"",
            "\"subject\":\"one\"|\"subject\":null" })
    void aLineWithAValueThatCannotBeIsAFailure(String right, String wrong) throws IOException {
        write(row("one", "in", 3600, 3600).replace(right, wrong), row("good", "in", 3600, 3600));

        assertThat(run()).isEqualTo(1);

        assertThat(output).contains("1 imported, 0 there already, 0 expired, 1 failed").contains("Line 1: ")
                .doesNotContain(SECRET);
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsDoNotMatter() throws IOException {
        Files.writeString(file, "\uFEFF" + row("one", "in", 3600, 3600) + "\r\n" + row("two", "in", 3600, 3600) + "\r\n");

        assertThat(run()).isZero();

        assertThat(output).contains("2 imported");
    }

    @Test
    void aFileThatCannotBeReadTwiceIsRefused() throws Exception {
        Process made = new ProcessBuilder("mkfifo", file.toString()).start();
        assertThat(made.waitFor()).isZero();

        assertThat(run()).isEqualTo(2);

        assertThat(output).contains("tokens.jsonl");
    }

    @Test
    void aFileInAnotherEncodingIsToldAndNothingIsSent() throws IOException {
        Files.write(file, row("Jos\u00e9", "in", 3600, 3600).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run()).isEqualTo(2);

        assertThat(output).contains("UTF-8").contains("tokens.jsonl");
        assertThat(emulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "257" })
    void aConcurrencyThatCannotBeIsAMistakeInTheOptions(String concurrency) throws IOException {
        write(row("one", "in", 3600, 3600));

        assertThat(run("--concurrency=" + concurrency)).isEqualTo(2);

        assertThat(output).contains("concurrency");
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        write(row("one", "in", 3600, 3600), row("two", "in", -60, -60), "no JSON");
        Files.writeString(failures, "of the run before");

        assertThat(run("--dry-run")).isEqualTo(1);

        assertThat(output).contains("Nothing was sent. 1 to import, 0 there already, 1 expired, 1 failed").contains("Line 3: ");
        assertThat(emulator.requests()).isEmpty();
        assertThat(failures).hasContent("of the run before");
    }

    @Test
    void aMissingFileIsToldAndNothingIsSent() {
        assertThat(run()).isEqualTo(2);
        assertThat(output).contains("tokens.jsonl is not a file");
        assertThat(emulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "missing/failures.jsonl", "", "/" })
    void aPlaceForTheFailuresThatCannotBeIsAMistakeInTheOptions(String place) throws IOException {
        write(row("one", "in", 3600, 3600));
        failures = directory.resolve(place);

        assertThat(run()).isEqualTo(2);

        assertThat(output).contains("--failures: " + failures).doesNotContain("\tat ");
        assertThat(emulator.requests()).isEmpty();
    }

    private int run(String... options) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = new CommandLine(new ImportCommand(importer)).setOut(out).setErr(out)
                .execute(IntStream.range(0, options.length + 2).mapToObj(i -> i < options.length ? options[i]
                        : i == options.length ? "--failures=" + failures : file.toString()).toArray(String[]::new));
        output = text.toString();
        return code;
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    private static String row(String subject, String suffix, long seconds, long refreshSeconds) {
        return """
                {"accessToken":"%s-%s-%s","accessTokenExpiresAt":"%s","refreshToken":"r-%s-%s","refreshTokenExpiresAt":"%s",\
                "grantType":"AUTHORIZATION_CODE","clientId":1,"subject":"%s","scopes":["history.read"]}"""
                .formatted(SECRET, subject, suffix, Instant.now().plusSeconds(seconds), subject, suffix,
                        Instant.now().plusSeconds(refreshSeconds), subject);
    }
}

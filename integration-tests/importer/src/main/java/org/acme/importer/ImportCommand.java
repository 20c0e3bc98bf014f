package org.acme.importer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over tokens of another system. May be run again, until nothing fails. */
@TopCommand
@Command(name = "importer", mixinStandardHelpOptions = true, sortOptions = false, description = "Creates the access and refresh tokens of another system at Authlete, with the values that they have.", footer = {
        "", "Each line of the file is an object, as in", "  {\"accessToken\": \"...\", \"accessTokenExpiresAt\":"
                + " \"2027-01-31T12:00:00Z\", \"refreshToken\": \"...\",",
        "   \"refreshTokenExpiresAt\":"
                + " \"2027-06-30T12:00:00Z\", \"grantType\": \"AUTHORIZATION_CODE\",",
        "   \"clientId\": 26888344961664, \"subject\": \"john\", \"scopes\": [\"history.read\"]}", "",
        "Exit code: 0 if all tokens are at Authlete now, 1 if something failed, 2 for a mistake in the options." })
public class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The tokens, as JSON lines.")
    Path file;

    @Option(names = "--dry-run", description = "Read and check the file, and send nothing.")
    boolean dryRun;

    @Option(names = "--failures", paramLabel = "FILE", defaultValue = "failures.jsonl", description = "Where to put the lines that have failed, to be imported again: ${DEFAULT-VALUE} by default. It holds"
            + " tokens.")
    Path failures;

    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "8", description = "How many requests may be in flight: ${DEFAULT-VALUE} by default.")
    int concurrency;

    @Spec
    CommandSpec spec;

    private final Importer importer;

    ImportCommand(Importer importer) {
        this.importer = importer;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        Counts counts = new Counts(dryRun);
        BulkOptions options = options();
        long total = total();
        try (Failures failed = failures(err);
                Progress progress = Ansi.AUTO.enabled() ? new Bar(System.err, counts, total)
                        : new PlainLines(err, counts, total)) {
            importer.run(file, dryRun, options, counts, failed, progress);
            if (!dryRun) {
                failed.keep();
            }
        } catch (AuthleteException e) {
            err.println("The import was stopped: " + e.getMessage());
            err.println("Run it again with the same file: tokens that exist already are not created twice.");
            return 1;
        }
        out.println((dryRun ? "Nothing was sent. " : "") + counts);
        if (counts.failed() > 0 && !dryRun) {
            out.println("To import what has failed: " + failures);
        }
        return counts.failed() == 0 ? 0 : 1;
    }

    private BulkOptions options() {
        try {
            return BulkOptions.builder().concurrency(concurrency).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Failures failures(PrintWriter err) {
        if (Files.isDirectory(failures)) {
            throw new ParameterException(spec.commandLine(), "--failures: " + failures + " is a directory, not a file.");
        }
        try {
            return new Failures(failures, err);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--failures: " + failures
                    + " can't be written. Is there such a directory, and may you write to it? " + e);
        }
    }

    /** Reads the file to its end, so that nothing is sent of one that cannot be read. */
    private long total() throws IOException {
        // The tokens of a pipe would be gone when they are to be imported.
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not a file. A pipe can't be read twice.");
        }
        try {
            return Line.count(file);
        } catch (UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), file + " can't be read, is it UTF-8? " + e.getMessage());
        }
    }
}

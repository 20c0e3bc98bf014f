package org.acme.importer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The lines that have failed, in a file that can be imported again, also in place of the file that is read: it takes its name
 * only at the end. Only its owner can read it, as it has tokens.
 */
final class Failures implements AutoCloseable {

    /** The member in which a line has the reason of its last failure. */
    static final String REASON = "failure";

    /** As strict as the import: of a line with two rows or with a member twice, it would leave out one. */
    private static final ObjectReader JSON = new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final Path file;
    private final Path part;
    private final PrintWriter log;
    private final BufferedWriter lines;
    private boolean kept;

    Failures(Path file, PrintWriter log) throws IOException {
        this.file = file.toAbsolutePath();
        this.log = log;
        this.part = this.file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(this.file.getParent(), file.getFileName().toString(), ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(this.file.getParent(), file.getFileName().toString(), ".part");
        this.lines = Files.newBufferedWriter(part);
    }

    /** @param reason goes to the log, too, so it must have no token */
    synchronized void add(Line line, String reason) {
        log.println("Line " + line.number() + ": " + reason);
        try {
            lines.write(withReason(line.text(), reason));
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withReason(String line, String reason) {
        try {
            return JSON.readTree(line) instanceof ObjectNode row ? row.put(REASON, reason).toString() : line;
        } catch (JsonProcessingException e) {
            return line;
        }
    }

    /** The whole file was read. Before that, it has lines that are in no other file, if it is to be replaced. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
        if (kept) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(part);
        }
    }
}

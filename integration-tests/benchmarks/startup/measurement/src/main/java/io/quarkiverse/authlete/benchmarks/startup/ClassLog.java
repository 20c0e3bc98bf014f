package io.quarkiverse.authlete.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a JVM writes which classes it loads. */
final class ClassLog implements AutoCloseable {

    private final Path file;

    ClassLog() throws IOException {
        file = Files.createTempFile("classes", ".log");
    }

    /** @return for the command that starts the JVM */
    List<String> javaOptions() {
        return List.of("-Xlog:class+load:file=" + file + ":none");
    }

    /** @return the names of the classes so far */
    List<String> classes() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(" source: ")).map(line -> line.substring(0, line.indexOf(' '))).toList();
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}

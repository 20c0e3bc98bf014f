package io.quarkiverse.authlete.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that make up the documentation. */
final class Pages {

    static final Path DIRECTORY = Path.of("modules/ROOT/pages");

    private Pages() {
    }

    /** @return the pages in AsciiDoc */
    static List<Path> all() {
        return list(DIRECTORY, ".adoc");
    }

    /** @return what is written in Markdown for users and contributors */
    static List<Path> markdown() {
        return Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md",
                "deployment/src/main/resources/META-INF/quarkus-skill.md").map(file -> Path.of("..").resolve(file)).toList();
    }

    /** @return both */
    static List<Path> withMarkdown() {
        return Stream.concat(all().stream(), markdown().stream()).toList();
    }

    static List<Path> list(Path directory, String extension) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> tree(Path directory, String extension) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }
}

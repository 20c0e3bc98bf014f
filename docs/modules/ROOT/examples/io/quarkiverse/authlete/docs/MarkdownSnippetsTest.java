package io.quarkiverse.authlete.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Java in README.md, and in the guidance that the extension has for coding agents, is a part of code that is compiled
 * and run: the snippets here, or the example application.
 */
class MarkdownSnippetsTest {

    private static final List<Path> SOURCES = List.of(Path.of("modules/ROOT/examples"),
            Path.of("../integration-tests/example/src/main/java"));
    private static final Pattern JAVA_BLOCK = Pattern.compile("^ *```java *\\R(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = { "../README.md", "../deployment/src/main/resources/META-INF/quarkus-skill.md" })
    void everyJavaBlockIsCompiledElsewhere(String page) throws IOException {
        List<String> sources = SOURCES.stream().flatMap(MarkdownSnippetsTest::javaFiles)
                .map(file -> normalized(read(file))).toList();

        List<String> blocks = JAVA_BLOCK.matcher(read(Path.of(page))).results().map(block -> block.group(1)).toList();

        assertThat(blocks).isNotEmpty();
        assertThat(blocks.stream().filter(block -> sources.stream().noneMatch(source -> source.contains(normalized(block)))))
                .as("Java that is in no source").isEmpty();
    }

    /** Whole lines without indentation; without imports, blank lines and the tags that pages refer to. */
    private static String normalized(String java) {
        return java.lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.matches("// (tag|end)::.*"))
                .collect(joining("\n", "\n", "\n"));
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.quarkiverse.authlete.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Java in README.md, in the javadoc of packages, and in the guidance that the extension has for coding agents, is a part
 * of code that is compiled and run: the snippets here, or the example application.
 */
class MarkdownSnippetsTest {

    private static final List<Path> SOURCES = List.of(Path.of("modules/ROOT/examples"),
            Path.of("../integration-tests/example/src/main/java"));
    private static final Pattern JAVADOC_BLOCK = Pattern.compile("<pre>\\R(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("^ *```java *\\R(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = { "../README.md", "../deployment/src/main/resources/META-INF/quarkus-skill.md" })
    void everyJavaBlockIsCompiledElsewhere(String page) {
        assertAreCompiled(JAVA_BLOCK.matcher(Pages.text(Path.of(page))).results().map(block -> block.group(1)).toList());
    }

    @Test
    void everyExampleOfAPackageIsCompiledElsewhere() {
        assertThat(Javadoc.packages())
                .allSatisfy(source -> assertAreCompiled(JAVADOC_BLOCK.matcher(Pages.text(source)).results()
                        .map(block -> block.group(1).replaceAll("(?m)^ \\* ?", "").replace("&#64;", "@").replace("&gt;", ">"))
                        .toList()));
    }

    private static void assertAreCompiled(List<String> blocks) {
        List<String> sources = SOURCES.stream().flatMap(directory -> Pages.tree(directory, ".java").stream())
                .map(file -> normalized(Pages.text(file))).toList();
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
}

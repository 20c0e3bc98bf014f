package io.quarkiverse.authlete.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The blocks of properties in the documentation; other tests start applications with them. */
class ConfigurationBlocksTest {

    private static final Path REFERENCE = Path.of("modules/ROOT/pages/includes/quarkus-authlete.adoc");
    private static final Pattern REFERENCE_KEY = Pattern.compile("`\\+{3}(quarkus\\.authlete\\..+?)\\+{3}`");
    private static final Pattern PROFILE = Pattern.compile("^%\\w+\\.");

    /** An application starts with a misspelt one, too. */
    @Test
    void everyPropertyOfTheExtensionExists() throws IOException {
        Predicate<String> known = REFERENCE_KEY.matcher(Files.readString(REFERENCE)).results()
                .map(key -> anyName(key.group(1)).asMatchPredicate()).reduce(Predicate::or).orElseThrow();

        assertThat(ConfigurationBlock.all()).isNotEmpty()
                .allSatisfy(block -> assertThat(keys(block)).allMatch(known));
    }

    @Test
    void everyBlockIsStarted() {
        assertThat(ConfigurationBlock.all()).extracting(ConfigurationBlock::profile).containsOnly("prod", "dev");
    }

    /** Whoever copies a block must not call a real service with the first test. */
    @Test
    void noBlockIsOfARealServiceInTests() {
        assertThat(ConfigurationBlock.all()).allSatisfy(block -> assertThat(block.properties().keySet())
                .noneMatch(key -> key.matches("quarkus\\.authlete\\.(.+\\.)?(url|region|credentials-provider)")));
    }

    /** In the place of a name in quotation marks, such as that of a service, there may be another. */
    private static Pattern anyName(String key) {
        return Pattern.compile(Stream.of(key.split("\"[\\w-]+\"", -1)).map(Pattern::quote)
                .collect(joining("(\"[^\"]+\"|[^.\"]+)")));
    }

    private static List<String> keys(ConfigurationBlock block) {
        return block.properties().keySet().stream().map(key -> PROFILE.matcher(key).replaceFirst(""))
                .filter(key -> key.startsWith("quarkus.authlete.")).toList();
    }
}

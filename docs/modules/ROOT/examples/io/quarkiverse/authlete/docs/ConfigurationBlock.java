package io.quarkiverse.authlete.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of properties in the documentation.
 *
 * @param place the page, and the line in it
 * @param properties as printed
 */
record ConfigurationBlock(String place, Map<String, String> properties) {

    private static final Path PAGES = Path.of("modules/ROOT/pages");
    private static final List<Path> MARKDOWN = List.of(Path.of("../README.md"),
            Path.of("../deployment/src/main/resources/META-INF/quarkus-skill.md"));
    private static final Pattern BLOCK = Pattern.compile(
            "^\\[source,properties]\\R----\\R(.*?)^----$|^```properties\\R(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PROFILE = Pattern.compile("^%(\\w+)\\.");

    static List<ConfigurationBlock> all() {
        List<ConfigurationBlock> blocks = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            Stream.concat(pages.filter(Files::isRegularFile).sorted(), MARKDOWN.stream())
                    .forEach(page -> read(page, blocks::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    private static void read(Path page, Consumer<ConfigurationBlock> blocks) {
        try {
            String text = Files.readString(page);
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                Properties properties = new Properties();
                properties.load(new StringReader(Objects.requireNonNullElse(block.group(1), block.group(2))));
                Map<String, String> printed = new TreeMap<>();
                properties.stringPropertyNames().forEach(key -> printed.put(key, properties.getProperty(key)));
                blocks.accept(new ConfigurationBlock(
                        page.getFileName() + ":" + (text.substring(0, block.start()).lines().count() + 1), printed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile of Quarkus in which all of it holds. */
    String profile() {
        List<String> profiles = properties.keySet().stream().map(PROFILE::matcher).filter(Matcher::find)
                .map(key -> key.group(1)).distinct().toList();
        if (profiles.size() > 1) {
            throw new IllegalStateException(place + " is for several profiles: " + profiles);
        }
        return profiles.isEmpty() ? "prod" : profiles.get(0);
    }
}

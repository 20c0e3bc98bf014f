package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkus.runtime.annotations.ConfigDocDefault;

/**
 * The defaults on the pages are those of the code. A default stands in a column "Default", in a sentence with the word
 * "default", before the key in parentheses, or in parentheses after it; and it stands beside its key, or nobody could compare
 * it.
 */
class DefaultsOnPagesTest {

    private static final String PREFIX = "quarkus.authlete.";
    private static final Path REFERENCE = Pages.DIRECTORY.resolve("includes/quarkus-authlete.adoc");
    private static final Pattern REFERENCE_ENTRY = Pattern.compile("^a\\| ?(?=.*\\[\\[quarkus-authlete)", Pattern.MULTILINE);
    private static final Pattern REFERENCE_KEY = Pattern.compile("`\\+{3}quarkus\\.authlete\\.(\\S+?)\\+{3}`");
    private static final Pattern LAST_CELL = Pattern.compile("^--$.*^(?:a)?\\|([^\\n]*)$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern KEY_IN_PARENTHESES = Pattern.compile("\\(`([\\w.-]+)`\\)");
    private static final Pattern VALUE_IN_PARENTHESES = Pattern.compile("`([\\w.-]+)` \\(([^)`]+)\\)");
    private static final Pattern COMMON_PREFIX = Pattern.compile("`(quarkus\\.authlete\\.(?:[\\w-]+\\.)*)`");
    /** Where a page says in words what the code has as a value or leaves out. */
    private static final Map<String, Set<String>> IN_WORDS = Map.of("devservices.port", Set.of("any free one"));
    /** What has a default in the API of Authlete, in another client, in Kubernetes or in Java. */
    private static final Set<String> OF_OTHERS = Set.of("start", "end", "serverIdx", "timeoutSeconds", "switch");
    private static final Set<String> NO_DEFAULT = Set.of("none", "any", "all", "off", "any positive number", "-", "");

    private final Map<String, String> defaults = defaults();

    @Test
    void defaultsInTables() {
        List<String> wrong = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (Table table : Table.of(page)) {
                int column = table.column("Default");
                if (column > 0) {
                    String prefix = prefix(Pages.text(page), table);
                    table.body().forEach(row -> check(table.place(), prefix, row.get(0), row.get(column), wrong));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void defaultsInSentences() {
        List<String> wrong = new ArrayList<>();
        for (Path page : Pages.withMarkdown()) {
            for (Prose prose : Prose.of(page)) {
                List<String> sentences = prose.sentences();
                for (int i = 0; i < sentences.size(); i++) {
                    checkSentence(prose.place(), sentences.get(i), i == 0 ? "" : sentences.get(i - 1), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What the code computes, the reference has in an annotation; {@link DocumentedDefaultsTest} compares those. */
    @Test
    void noDefaultIsOnlySaid() {
        Set<String> said = new TreeSet<>();
        for (Path source : Pages.list(Path.of("../runtime/src/main/java/io/quarkiverse/authlete/runtime/config"), ".java")) {
            if (Pages.text(source).contains("@" + ConfigDocDefault.class.getSimpleName())) {
                said.add(source.getFileName().toString());
            }
        }
        assertThat(said).isEqualTo(DocumentedDefaultsTest.COMPARED);
    }

    private void check(String place, String prefix, String keyCell, String valueCell, List<String> wrong) {
        List<String> keys = Prose.codes(keyCell);
        if (keys.isEmpty()) {
            wrong.add(place + ": no key in the row \"" + keyCell + "\"");
        }
        for (String key : keys) {
            Set<String> candidates = candidates(prefix, key);
            if (candidates.size() != 1) {
                wrong.add(place + ": `" + key + "` is the key of " + candidates);
            } else {
                compare(place, candidates, valueCell.replace("`", ""), wrong);
            }
        }
    }

    private void checkSentence(String place, String sentence, String before, List<String> wrong) {
        for (MatchResult found : KEY_IN_PARENTHESES.matcher(sentence).results().toList()) {
            Set<String> candidates = candidates(PREFIX, found.group(1));
            String clause = sentence.substring(0, found.start());
            clause = clause.substring(clause.lastIndexOf("`)") + 1);
            if (!candidates.isEmpty() && DocumentedValue.isNamedIn(clause)) {
                compare(place, candidates, clause, wrong);
            }
        }
        for (MatchResult found : VALUE_IN_PARENTHESES.matcher(sentence).results().toList()) {
            Set<String> candidates = candidates(PREFIX, found.group(1));
            if (!candidates.isEmpty() && DocumentedValue.isNamedIn(found.group(2))) {
                compare(place, candidates, found.group(2), wrong);
            }
        }
        String text = sentence.replaceAll("(?i)default (service|one|proxy|port)", "");
        if (!text.matches("(?i).*\\bdefaults?\\b.*") || !DocumentedValue.isNamedIn(text.replaceAll("`[^`]*`", ""))
                || Prose.codes(before + sentence).stream().anyMatch(OF_OTHERS::contains)) {
            return;
        }
        Set<String> candidates = new TreeSet<>();
        for (String context : List.of(sentence, before)) {
            if (candidates.isEmpty()) {
                Prose.codes(context).forEach(key -> candidates.addAll(candidates(PREFIX, key)));
            }
        }
        if (candidates.isEmpty()) {
            wrong.add(place + ": a default without its key: " + sentence);
        } else {
            compare(place, candidates, sentence, wrong);
        }
    }

    private void compare(String place, Set<String> keys, String text, List<String> wrong) {
        boolean right = keys.stream().anyMatch(key -> {
            String value = defaults.get(key);
            return IN_WORDS.getOrDefault(key, Set.of()).contains(text)
                    || (value.isEmpty() ? NO_DEFAULT.contains(text) : DocumentedValue.of(value).isIn(text));
        });
        if (!right) {
            wrong.add(place + ": the default of " + String.join(" or ", keys) + " is \""
                    + String.join("\" or \"", keys.stream().map(defaults::get).toList()) + "\", not \"" + text + "\"");
        }
    }

    /** @return the keys that a page may mean by the end of one */
    private Set<String> candidates(String prefix, String key) {
        String whole = key.startsWith(PREFIX) ? key : prefix + key;
        String name = withoutNames(whole.startsWith(PREFIX) ? whole.substring(PREFIX.length()) : whole);
        if (defaults.containsKey(name)) {
            return Set.of(name);
        }
        Set<String> found = new TreeSet<>();
        defaults.keySet().stream().filter(known -> known.endsWith("." + key)).forEach(found::add);
        return found;
    }

    /** @return what all keys of a table begin with: a type of the API in its header, or what the text before it says */
    private String prefix(String page, Table table) {
        String header = table.rows().get(0).get(0);
        for (String type : Prose.codes(header)) {
            if (defaults.keySet().stream().anyMatch(key -> key.startsWith(type + "."))) {
                return type + ".";
            }
        }
        int line = Integer.parseInt(table.place().substring(table.place().lastIndexOf(':') + 1));
        String section = page.lines().limit(line).reduce("", (text, next) -> next.startsWith("=") ? "" : text + "\n" + next);
        Matcher prefix = COMMON_PREFIX.matcher(section + header);
        String last = PREFIX;
        while (prefix.find()) {
            last = prefix.group(1);
        }
        return last;
    }

    /** @return the key without what the user chooses, such as the name of a service */
    private static String withoutNames(String key) {
        return key.replaceAll("\"[^\"]*\" ?\\.", "");
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        REFERENCE_ENTRY.splitAsStream(Pages.text(REFERENCE).replace("|===", "")).skip(1).forEach(entry -> {
            Matcher key = REFERENCE_KEY.matcher(entry);
            Matcher value = LAST_CELL.matcher(entry);
            assertThat(key.find() && value.find()).as(entry).isTrue();
            defaults.put(withoutNames(key.group(1)), value.group(1).replaceAll("`\\+{3}|\\+{3}`", "").replace(", ", ","));
        });
        assertThat(defaults).hasSizeGreaterThan(50).containsEntry("total-timeout", "30s");
        Stream.of(BulkOptions.defaults(), PollingPolicy.defaults()).forEach(value -> members(value, defaults));
        return defaults;
    }

    /** The members of a value of the API stand for themselves. */
    private static void members(Object value, Map<String, String> defaults) {
        for (Method accessor : value.getClass().getSuperclass().getDeclaredMethods()) {
            if (accessor.getParameterCount() == 0 && Modifier.isAbstract(accessor.getModifiers())) {
                try {
                    Object member = accessor.invoke(value);
                    defaults.put(value.getClass().getSuperclass().getSimpleName() + "." + accessor.getName(),
                            member instanceof Duration time ? time.toMillis() + "ms" : String.valueOf(member));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}

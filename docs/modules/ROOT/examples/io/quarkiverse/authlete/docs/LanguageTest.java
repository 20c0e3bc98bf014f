package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Plain English, in the terms of the field, and not too much of it. */
class LanguageTest {

    private static final int LONGEST_SENTENCE = 40;
    private static final int LONGEST_PAGE = 1_500;
    private static final Map<String, Integer> LIMITS = Map.of("fidelity.adoc", 2_000, "runbook.adoc", 1_800,
            "architecture.adoc", 1_200);
    private static final List<Rule> RULES = Pages.lines(Path.of("language.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Rule::of).toList();

    @Test
    void noWordHasABetterOne() {
        assertThat(Stream.concat(prose(), Javadoc.ofUserFacingTypes())
                .flatMap(prose -> RULES.stream().flatMap(rule -> rule.violations(prose))))
                .as("see docs/language.txt").isEmpty();
    }

    @Test
    void noSentenceIsLong() {
        assertThat(Stream.concat(prose(), Javadoc.ofUserFacingTypes())
                .flatMap(prose -> prose.sentences().stream().filter(sentence -> Prose.words(sentence) > LONGEST_SENTENCE)
                        .map(sentence -> prose.place() + " has " + Prose.words(sentence) + " words in: " + sentence)))
                .as("sentences of more than %d words", LONGEST_SENTENCE).isEmpty();
    }

    @Test
    void noPageIsLong() {
        assertThat(Pages.all().stream().map(LanguageTest::tooLong).filter(message -> !message.isEmpty()))
                .as("pages that are too long").isEmpty();
    }

    @Test
    void rulesAreFound() {
        assertThat(RULES.stream().flatMap(rule -> rule.violations(new Prose("page:1",
                "The question that matters is under way, and `repeat(1)` with repeated fields. The item is put off, Likewise."))))
                .containsExactly("page:1 \"put off\": write queue again, delay, postpone",
                        "page:1 \"under way\": write in flight, in progress",
                        "page:1 \"likewise\": write also, in the same way");
    }

    private static Stream<Prose> prose() {
        return Pages.withMarkdown().stream().flatMap(page -> Prose.of(page).stream());
    }

    private static String tooLong(Path page) {
        String name = page.getFileName().toString();
        int words = Prose.of(page).stream().mapToInt(prose -> Prose.words(prose.text())).sum();
        int limit = LIMITS.getOrDefault(name, LONGEST_PAGE);
        return words > limit ? name + " has " + words + " words, of " + limit : "";
    }

    /** What not to write, and what instead. */
    private record Rule(Pattern wrong, String better, Pattern right) {

        static Rule of(String line) {
            String[] parts = line.split(" \\| ", 3);
            return new Rule(word(parts[0]), parts[1], parts.length < 3 ? null : word(parts[2]));
        }

        private static Pattern word(String pattern) {
            return Pattern.compile("(?:(?<!\\w)|(?=\\W))(?:" + pattern + ")(?!\\w)");
        }

        Stream<String> violations(Prose prose) {
            String text = prose.text().toLowerCase(Locale.ROOT).replaceAll("`[^`]*`", "`code`");
            String rest = right == null ? text : right.matcher(text).replaceAll("");
            return wrong.matcher(rest).results()
                    .map(found -> prose.place() + " \"" + found.group().strip() + "\": write " + better);
        }
    }
}

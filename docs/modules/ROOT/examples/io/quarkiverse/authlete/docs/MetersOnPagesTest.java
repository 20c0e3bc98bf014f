package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Meters, tags and their values on the pages and in the dashboard are those that the code registers, and all of them. */
class MetersOnPagesTest {

    private static final Path DASHBOARD = Path.of("modules/ROOT/attachments/authlete-dashboard.json");
    private static final Path SPAN_ATTRIBUTES = Path
            .of("../runtime/src/main/java/io/quarkiverse/authlete/runtime/tracing/SpanAttributes.java");
    private static final Pattern METER = Pattern.compile("\\bauthlete\\.client\\.[a-z.]*[a-z]");
    private static final Pattern SERIES = Pattern.compile("\\b(authlete_client_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\\\\?\"([^\"\\\\]*)\\\\?\"");
    private static final Pattern TAG_WITH_VALUE = Pattern
            .compile("`(service|operation|result|status|failure|outcome)=\"([^\"`]*)\"`");
    private static final Pattern BY = Pattern.compile("\\b(?:by|without) ?\\(([\\w, ]+)\\)");
    private static final Pattern SPAN_ATTRIBUTE = Pattern
            .compile("`(authlete\\.(?!client|audit|properties|configuration)[a-z_]+)`");
    /** Labels of Prometheus and of its scraper. */
    private static final Set<String> LABELS_OF_OTHERS = Set.of("le", "job", "instance", "pod", "namespace");

    private final Map<String, Meter> meters = Meter.registered();

    @Test
    void everyMeterOnAPageIsRegistered() {
        assertThat(found(METER)).isNotEmpty().filteredOn(name -> !names().contains(name)).as("no such meters").isEmpty();
    }

    @Test
    void everyMeterIsOnAPage() {
        Set<String> onPages = found(METER).collect(Collectors.toSet());
        assertThat(names()).isNotEmpty().filteredOn(name -> !onPages.contains(name)).as("on no page").isEmpty();
    }

    @Test
    void everySelectorMayMatch() {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            for (MatchResult series : SERIES.matcher(Pages.text(file)).results().toList()) {
                Meter meter = meters.get(series.group(1));
                if (meter == null) {
                    wrong.add(file.getFileName() + ": no such series: " + series.group());
                } else if (series.group(2) != null) {
                    MATCHER.matcher(series.group(2)).results()
                            .filter(label -> !LABELS_OF_OTHERS.contains(label.group(1))
                                    && !meter.mayHave(label.group(1), label.group(2)))
                            .forEach(
                                    label -> wrong.add(file.getFileName() + ": " + label.group() + " never matches a series of "
                                            + meter.name() + ", which has " + meter.tags()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** As in {@code outcome="unknown"}, in text. */
    @Test
    void everyValueOfATagExists() {
        assertThat(sources().stream().flatMap(file -> TAG_WITH_VALUE.matcher(Pages.text(file)).results()
                .filter(tag -> meters.values().stream().noneMatch(meter -> meter.mayHave(tag.group(1), tag.group(2))))
                .map(tag -> file.getFileName() + ": " + tag.group()))).as("no such values").isEmpty();
    }

    @Test
    void everyGroupingIsByATag() {
        Set<String> tags = meters.values().stream().flatMap(meter -> meter.tags().keySet().stream())
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            for (String line : Pages.lines(file)) {
                if (line.contains("authlete_client_")) {
                    BY.matcher(line).results().flatMap(by -> Arrays.stream(by.group(1).split(", *")))
                            .filter(label -> !tags.contains(label) && !LABELS_OF_OTHERS.contains(label))
                            .forEach(label -> wrong.add(file.getFileName() + ": no such tag: " + label));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tablesOfMeters() {
        Set<String> described = new TreeSet<>();
        tables("Tags").filter(table -> table.column("Type") > 0).forEach(table -> {
            for (List<String> row : table.body()) {
                List<String> names = Prose.codes(row.get(0));
                Meter meter = meters.values().stream().filter(known -> names.contains(known.name())).findFirst()
                        .orElseThrow(() -> new AssertionError(table.place() + ": no such meter: " + row.get(0)));
                described.add(meter.name());
                assertThat(names).as(meter.name()).containsAll(meter.series());
                assertThat(row.get(table.column("Type"))).as(meter.name()).startsWith(meter.type());
                assertThat(Prose.codes(row.get(table.column("Tags")))).as(meter.name())
                        .containsExactlyInAnyOrderElementsOf(meter.tags().keySet());
            }
        });
        assertThat(described).isEqualTo(names());
    }

    @Test
    void tablesOfTags() {
        assertThat(tables("Values").filter(table -> table.column("Tag") == 0)).isNotEmpty().allSatisfy(table -> {
            for (List<String> row : table.body()) {
                assertThat(values(Prose.codes(row.get(0)).get(0))).as("%s: %s", table.place(), row)
                        .containsAll(Prose.codes(row.get(1)));
            }
        });
    }

    @Test
    void everySpanAttributeIsSet() {
        Set<String> attributes = Pattern.compile("Key\\(\"(authlete\\.\\w+)\"\\)").matcher(Pages.text(SPAN_ATTRIBUTES))
                .results()
                .map(key -> key.group(1)).collect(Collectors.toSet());
        Set<String> onPages = Pages.all().stream()
                .flatMap(page -> SPAN_ATTRIBUTE.matcher(Pages.text(page)).results().map(attribute -> attribute.group(1)))
                .collect(Collectors.toSet());
        assertThat(attributes).isNotEmpty();
        assertThat(onPages).isEqualTo(attributes);
    }

    private static Stream<Table> tables(String column) {
        return Pages.all().stream().flatMap(page -> Table.of(page).stream()).filter(table -> table.column(column) > 0);
    }

    private Set<String> names() {
        return meters.values().stream().map(Meter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> values(String tag) {
        return meters.values().stream().flatMap(meter -> meter.tags().getOrDefault(tag, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern) {
        return Pages.withMarkdown().stream()
                .flatMap(page -> pattern.matcher(Pages.text(page)).results().map(MatchResult::group));
    }

    private static List<Path> sources() {
        return Stream.concat(Pages.withMarkdown().stream(), Stream.of(DASHBOARD)).toList();
    }
}

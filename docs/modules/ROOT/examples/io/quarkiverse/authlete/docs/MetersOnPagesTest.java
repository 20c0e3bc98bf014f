package io.quarkiverse.authlete.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.metrics.CallMetrics;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** Meters, tags and their values on the pages and in the dashboard are those that the code registers, and all of them. */
class MetersOnPagesTest {

    private static final Path DASHBOARD = Path.of("modules/ROOT/attachments/authlete-dashboard.json");
    private static final Path SPAN_ATTRIBUTES = Path
            .of("../runtime/src/main/java/io/quarkiverse/authlete/runtime/tracing/SpanAttributes.java");
    private static final Pattern METER = Pattern.compile("\\bauthlete\\.client\\.[a-z.]*[a-z]");
    private static final Pattern SERIES = Pattern.compile("\\b(authlete_client_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\\\\?\"([^\"\\\\]*)\\\\?\"");
    private static final Pattern BY = Pattern.compile("\\b(?:by|without) ?\\(([\\w, ]+)\\)");
    private static final Pattern SPAN_ATTRIBUTE = Pattern
            .compile("`(authlete\\.(?!client|audit|properties|configuration)[a-z_]+)`");
    /** Labels of Prometheus and of its scraper. */
    private static final Set<String> LABELS_OF_OTHERS = Set.of("le", "job", "instance", "pod", "namespace");

    private static final CallResult OF_UNKNOWN_STATUS = new CallResult(Kind.SUCCESS, Duration.ZERO, 299, null, null,
            false);

    private final Map<String, Meter> meters = registered();

    @Test
    void everyMeterOnAPageIsRegistered() {
        Set<String> unknown = found(METER).filter(name -> meters.values().stream().noneMatch(meter -> meter.name.equals(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).as("no such meter").isEmpty();
    }

    @Test
    void everyMeterIsOnAPage() {
        assertThat(found(METER).collect(Collectors.toSet()))
                .containsAll(meters.values().stream().map(meter -> meter.name).toList());
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
                            .filter(label -> !meter.mayHave(label.group(1), label.group(2)))
                            .forEach(
                                    label -> wrong.add(file.getFileName() + ": " + label.group() + " never matches a series of "
                                            + meter.name + ", which has " + meter.tags));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyGroupingIsByATag() {
        Set<String> tags = meters.values().stream().flatMap(meter -> meter.tags.keySet().stream()).collect(Collectors.toSet());
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

    /** The rows of a table about a meter have its type and its tags; those about a tag, its values. */
    @Test
    void tables() {
        Set<String> described = new TreeSet<>();
        for (Path page : Pages.all()) {
            for (Table table : Table.of(page)) {
                int tags = table.column("Tags");
                int type = table.column("Type");
                if (tags > 0 && type > 0) {
                    for (List<String> row : table.body()) {
                        Meter meter = meters.values().stream().filter(known -> codes(row.get(0)).contains(known.name))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(table.place() + ": no such meter: " + row.get(0)));
                        described.add(meter.name);
                        assertThat(codes(row.get(tags))).as(meter.name)
                                .containsExactlyInAnyOrderElementsOf(meter.tags.keySet());
                        assertThat(row.get(type)).as(meter.name).startsWith(meter.type);
                        assertThat(codes(row.get(0))).as(meter.name).contains(meter.name).containsAll(meter.series());
                    }
                }
                if (table.column("Tag") == 0 && table.column("Values") == 1) {
                    for (List<String> row : table.body()) {
                        List<String> values = codes(row.get(1));
                        Set<String> known = values(codes(row.get(0)).get(0));
                        assertThat(values.isEmpty() || known.containsAll(values)).as("%s: %s, of %s", table.place(), row, known)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(described).isEqualTo(meters.values().stream().map(meter -> meter.name).collect(Collectors.toSet()));
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

    private Set<String> values(String tag) {
        return meters.values().stream().flatMap(meter -> meter.tags.getOrDefault(tag, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern) {
        return Pages.withMarkdown().stream()
                .flatMap(page -> pattern.matcher(Pages.text(page)).results().map(MatchResult::group));
    }

    private static List<Path> sources() {
        return Stream.concat(Pages.withMarkdown().stream(), Stream.of(DASHBOARD)).toList();
    }

    private static List<String> codes(String text) {
        return Pattern.compile("`([^`]+)`").matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** @return what the code registers for a service, by the names of its series in Prometheus */
    private static Map<String, Meter> registered() {
        Map<String, Meter> byName = new TreeMap<>();
        CallMetrics metrics = new CallMetrics();
        metrics.use(recorder(byName));
        for (TokenOperation operation : TokenOperation.values()) {
            metrics.callStarted("<default>", operation).attemptEnded(1, OF_UNKNOWN_STATUS);
            metrics.breakerChanged("<default>", operation, BreakerState.CLOSED);
        }
        Map<String, Meter> bySeries = new TreeMap<>();
        byName.values().forEach(meter -> meter.series().forEach(series -> bySeries.put(series, meter)));
        return bySeries;
    }

    private static MetricsFactory recorder(Map<String, Meter> meters) {
        return proxy(MetricsFactory.class, (method, arguments) -> builder(new Meter((String) arguments[0]), meters));
    }

    private static MetricBuilder builder(Meter meter, Map<String, Meter> meters) {
        MetricBuilder[] builder = new MetricBuilder[1];
        builder[0] = proxy(MetricBuilder.class, (method, arguments) -> {
            if (method.equals("tag")) {
                meter.tags.computeIfAbsent((String) arguments[0], tag -> new TreeSet<>()).add((String) arguments[1]);
            }
            if (!method.startsWith("build")) {
                return builder[0];
            }
            meter.type = method.substring("build".length()).toLowerCase();
            meters.computeIfAbsent(meter.name, name -> meter).add(meter);
            return method.equals("buildTimer") ? proxy(TimeRecorder.class, (update, duration) -> null) : null;
        });
        return builder[0];
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (self, method, arguments) -> handler.call(method.getName(), arguments)));
    }

    private interface Handler {

        Object call(String method, Object[] arguments);
    }

    private static final class Meter {

        private final String name;
        private final Map<String, Set<String>> tags = new TreeMap<>();
        private String type;

        Meter(String name) {
            this.name = name;
        }

        void add(Meter other) {
            other.tags.forEach((tag, values) -> tags.computeIfAbsent(tag, key -> new TreeSet<>()).addAll(values));
        }

        /** @return the names in Prometheus */
        List<String> series() {
            String base = Arrays.stream(name.split("\\.")).collect(joining("_"));
            return switch (type) {
                case "timer" -> List.of(base + "_seconds_count", base + "_seconds_sum", base + "_seconds_max");
                case "counter" -> List.of(base + "_total");
                default -> List.of(base);
            };
        }

        boolean mayHave(String tag, String value) {
            if (LABELS_OF_OTHERS.contains(tag)) {
                return true;
            }
            if (!tags.containsKey(tag)) {
                return false;
            }
            // The service is that of the user; a dashboard has variables.
            return tag.equals("service") || value.startsWith("$") || Arrays.stream(value.split("\\|")).allMatch(
                    one -> tags.get(tag).contains(one) || tag.equals("status") && one.matches("[1-5](\\d\\d|\\.\\.)"));
        }
    }
}

package io.quarkiverse.authlete.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a query of Prometheus reads: a metric, and labels that its series must have. */
record Selector(String metric, String text, Predicate<Map<String, String>> labels) {

    private static final Pattern SELECTOR = Pattern
            .compile("\\b((?:authlete_client|http_client|ft)_[A-Za-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without|ignoring)\\s*\\(([^)]*)\\)");

    static List<Selector> in(String query) {
        List<String> grouping = GROUPING.matcher(query).results()
                .flatMap(group -> Pattern.compile(",").splitAsStream(group.group(1))).map(String::strip)
                .distinct().toList();
        return SELECTOR.matcher(query).results().map(selector -> of(selector, grouping)).toList();
    }

    private static Selector of(MatchResult selector, List<String> grouping) {
        Predicate<Map<String, String>> labels = series -> series.keySet().containsAll(grouping);
        List<String> matchers = new ArrayList<>();
        for (MatchResult matcher : MATCHER.matcher(selector.group(2) == null ? "" : selector.group(2)).results().toList()) {
            labels = labels.and(condition(matcher.group(1), matcher.group(2), matcher.group(3)));
            matchers.add(matcher.group());
        }
        if (selector.group(2) != null && !String.join("", matchers).equals(selector.group(2).replaceAll("\\s*,\\s*", ""))) {
            throw new IllegalArgumentException("Not understood: " + selector.group());
        }
        return new Selector(selector.group(1), selector.group() + " grouped by " + grouping, labels);
    }

    private static Predicate<Map<String, String>> condition(String label, String operator, String value) {
        // A variable of Grafana stands for any value.
        Pattern pattern = Pattern.compile(operator.endsWith("~") ? value.replaceAll("\\$\\w+", ".*") : Pattern.quote(value));
        Predicate<Map<String, String>> matches = series -> pattern.matcher(series.getOrDefault(label, "")).matches();
        return operator.startsWith("!") ? matches.negate() : matches;
    }

    /** A counter tells something when it has grown, a gauge when it is above zero. */
    boolean isCounter() {
        return metric.matches(".*_(total|count|sum|bucket)");
    }

    @Override
    public String toString() {
        return text;
    }
}

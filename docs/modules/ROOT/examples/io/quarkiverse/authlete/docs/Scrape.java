package io.quarkiverse.authlete.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;

/** What Prometheus gets from an application. */
record Scrape(List<Series> series) {

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    record Series(String metric, Map<String, String> labels, double value) {
    }

    static Scrape now() {
        List<Series> series = new ArrayList<>();
        RestAssured.get("/q/metrics").asString().lines().forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                Map<String, String> labels = new HashMap<>();
                if (parts.group(2) != null) {
                    for (MatchResult label : LABEL.matcher(parts.group(2)).results().toList()) {
                        labels.put(label.group(1), label.group(2));
                    }
                }
                series.add(new Series(parts.group(1), labels, Double.parseDouble(parts.group(3))));
            }
        });
        return new Scrape(series);
    }

    double sum(Selector selector) {
        return series.stream()
                .filter(line -> line.metric().equals(selector.metric()) && selector.labels().test(line.labels()))
                .mapToDouble(Series::value).sum();
    }

    /** @return whether a query that has this selector has something to show after what has happened since */
    boolean shows(Selector selector, Scrape before) {
        return sum(selector) > (selector.isCounter() ? before.sum(selector) : 0);
    }
}

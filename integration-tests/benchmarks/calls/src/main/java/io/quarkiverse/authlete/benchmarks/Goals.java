package io.quarkiverse.authlete.benchmarks;

import static io.quarkiverse.authlete.benchmarks.Tables.EXTENSION;
import static io.quarkiverse.authlete.benchmarks.Tables.LIMIT;
import static io.quarkiverse.authlete.benchmarks.Tables.REST_CLIENT;
import static io.quarkiverse.authlete.benchmarks.Tables.VENDOR;
import static io.quarkiverse.authlete.benchmarks.Tables.secondary;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.RunResult;

/** What we aim at, in AsciiDoc, and whether it is reached. */
final class Goals {

    private static final String CREATE_BY_1 = "ReactiveCalls.createBy1";
    private static final String CREATE_BY_32 = "ReactiveCalls.createBy32";
    private static final String BLOCKING_CREATE = "BlockingCalls.createBy32";
    private static final String LIST = "ReactiveCalls.listBy32";

    private final Map<String, Map<String, RunResult>> results;
    private final StringBuilder rows = new StringBuilder();

    private Goals(Map<String, Map<String, RunResult>> results) {
        this.results = results;
    }

    static String shared(Map<String, Map<String, RunResult>> results) {
        Goals goals = new Goals(results);
        goals.cpu(CREATE_BY_1, LIMIT, 1.2);
        goals.cpu(CREATE_BY_32, LIMIT, 1.2);
        goals.cpu(BLOCKING_CREATE, LIMIT, 1.2);
        goals.cpu(BLOCKING_CREATE, REST_CLIENT, 1);
        goals.cpu(LIST, LIMIT, 0.85);
        goals.speed(CREATE_BY_32, LIMIT, CREATE_BY_32, 0.9);
        goals.speed(CREATE_BY_32, VENDOR, BLOCKING_CREATE, 1.4);
        goals.speed(BLOCKING_CREATE, VENDOR, BLOCKING_CREATE, 1);
        goals.kilobytes(CREATE_BY_32, 14);
        return goals.toString();
    }

    static String oneCpu(Map<String, Map<String, RunResult>> results) {
        Goals goals = new Goals(results);
        goals.cpu(CREATE_BY_1, LIMIT, 1.3);
        goals.cpu(CREATE_BY_32, LIMIT, 1.3);
        goals.cpu(BLOCKING_CREATE, LIMIT, 1.35);
        goals.cpu(LIST, LIMIT, 0.85);
        for (String situation : results.keySet()) {
            goals.ratio("Calls until it has arrived at its final CPU time", situation, REST_CLIENT, situation,
                    result -> secondary(result, "arrived"), 1, true);
        }
        goals.kilobytes(CREATE_BY_32, 14);
        return goals.toString();
    }

    private void cpu(String situation, String other, double factor) {
        ratio("CPU time", situation, other, situation, result -> secondary(result, "cpu"), factor, true);
    }

    private void speed(String situation, String other, String situationOfOther, double factor) {
        ratio("Calls in a second", situation, other, situationOfOther, result -> result.getPrimaryResult().getScore(), factor,
                false);
    }

    private void kilobytes(String situation, double limit) {
        RunResult measured = result(situation, EXTENSION);
        if (measured != null) {
            double kilobytes = secondary(measured, "alloc") / 1000;
            row("kB allocated", situation, String.format(Locale.ROOT, "at most %.0f", limit), "%.1f", kilobytes,
                    kilobytes <= limit);
        }
    }

    private void ratio(String figure, String situation, String other, String situationOfOther,
            ToDoubleFunction<RunResult> metric, double factor, boolean most) {
        RunResult measured = result(situation, EXTENSION);
        RunResult compared = result(situationOfOther, other);
        if (measured != null && compared != null) {
            double reached = metric.applyAsDouble(measured) / metric.applyAsDouble(compared);
            row(figure, situation,
                    String.format(Locale.ROOT, "at %s %s times that of %s", most ? "most" : "least", factor,
                            Tables.CLIENTS.get(other)),
                    "%.2f", reached, most ? reached <= factor : reached >= factor);
        }
    }

    private void row(String figure, String situation, String aim, String format, double reached, boolean isReached) {
        rows.append("| ").append(figure).append(", ").append(Tables.SITUATIONS.get(situation)).append(" | ").append(aim)
                .append(" | ").append(isReached ? "yes: " : "**no**: ").append(String.format(Locale.ROOT, format, reached))
                .append('\n');
    }

    private RunResult result(String situation, String client) {
        return results.getOrDefault(situation, Map.of()).get(client);
    }

    @Override
    public String toString() {
        return ".What we aim at\n[cols=\"4,3,1\"]\n|===\n| Figure | Aim | Reached\n\n" + rows + "|===\n\n";
    }
}

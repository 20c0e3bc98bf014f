package io.quarkiverse.authlete.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.RunResult;

/** The results in AsciiDoc: one table for each figure, a line for each client, a column for each situation. */
final class Tables {

    private static final String LIMIT = "vertx";
    private static final Map<String, String> CLIENTS = new LinkedHashMap<>();
    private static final Map<String, String> CALLS = new LinkedHashMap<>();
    static {
        CLIENTS.put(LIMIT, "Vert.x `HttpClient`, bare");
        CLIENTS.put("authlete", "**this extension**");
        CLIENTS.put("rest-client", "REST client by hand");
        CLIENTS.put("rest-client-guarded", "... with fault tolerance");
        CLIENTS.put("jdk", "`java.net.http` and Jackson");
        CLIENTS.put("vendor", "`authlete-java-common`");
        CALLS.put("create", "create");
        CALLS.put("listOf3", "list of 3");
        CALLS.put("listOf1000", "list of 1000");
    }

    private final Map<String, RunResult> results = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    Tables(Collection<RunResult> results) {
        results.forEach(result -> this.results.put(
                key(result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)Calls\\.", "$1."),
                        result.getParams().getParam("client")),
                result));
        for (String kind : new String[] { "Reactive", "Blocking" }) {
            for (String call : CALLS.keySet()) {
                columns.add(kind + "." + call + "By1");
                columns.add(kind + "." + call + "By32");
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        table(text, "CPU time of a call, as a multiple of what bare Vert.x takes (in brackets: in microseconds)", "Reactive",
                this::cpu);
        table(text, "CPU time of a call, blocking", "Blocking", this::cpu);
        table(text, "kB allocated by a call", "Reactive", this::allocated);
        table(text, "kB allocated by a call, blocking", "Blocking", this::allocated);
        table(text, "Calls in a second", "Reactive", this::throughput);
        table(text, "Calls in a second, blocking", "Blocking", this::throughput);
        return text.toString();
    }

    private void table(StringBuilder text, String title, String kind, Cell cell) {
        text.append('.').append(title).append("\n[cols=\"3,").append("2,".repeat(5)).append("2\"]\n|===\n| Client");
        columns.stream().filter(column -> column.startsWith(kind)).forEach(column -> text.append(" | ").append(head(column)));
        text.append("\n\n");
        CLIENTS.forEach((client, name) -> {
            if (columns.stream().noneMatch(column -> column.startsWith(kind) && results.containsKey(key(column, client)))) {
                return;
            }
            text.append("| ").append(name);
            columns.stream().filter(column -> column.startsWith(kind)).forEach(column -> {
                RunResult result = results.get(key(column, client));
                text.append(" | ").append(result == null ? "" : cell.text(result, results.get(key(column, LIMIT))));
            });
            text.append('\n');
        });
        text.append("|===\n\n");
    }

    private static String head(String column) {
        String call = column.substring(column.indexOf('.') + 1, column.lastIndexOf("By"));
        return CALLS.get(call) + (column.endsWith("By1") ? ", 1 caller" : ", 32 callers");
    }

    private String cpu(RunResult result, RunResult limit) {
        ToDoubleFunction<RunResult> cpu = run -> run.getSecondaryResults().get("cpu").getScore();
        String micros = String.format(Locale.ROOT, "%.0f", cpu.applyAsDouble(result));
        return limit == null ? micros
                : String.format(Locale.ROOT, "%.2f (%s)", cpu.applyAsDouble(result) / cpu.applyAsDouble(limit), micros);
    }

    private String allocated(RunResult result, RunResult limit) {
        return String.format(Locale.ROOT, "%.1f", result.getSecondaryResults().get("alloc").getScore() / 1000);
    }

    private String throughput(RunResult result, RunResult limit) {
        return String.format(Locale.ROOT, "%.0f", result.getPrimaryResult().getScore());
    }

    private static String key(String column, String client) {
        return column + " " + client;
    }

    @FunctionalInterface
    private interface Cell {

        String text(RunResult result, RunResult limit);
    }
}

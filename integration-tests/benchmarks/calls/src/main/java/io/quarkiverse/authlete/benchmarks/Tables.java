package io.quarkiverse.authlete.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;

/** The results in AsciiDoc: one table for each figure, a line for each client, a column for each situation. */
final class Tables {

    static final String LIMIT = "vertx";
    static final String EXTENSION = "authlete";
    static final String REST_CLIENT = "rest-client";
    static final String VENDOR = "vendor";
    static final Map<String, String> CLIENTS = new LinkedHashMap<>();
    static final Map<String, String> SITUATIONS = new LinkedHashMap<>();
    static {
        CLIENTS.put(LIMIT, "Vert.x `HttpClient`, bare");
        CLIENTS.put(EXTENSION, "**this extension**");
        CLIENTS.put(REST_CLIENT, "REST client by hand");
        CLIENTS.put("rest-client-guarded", "... with fault tolerance");
        CLIENTS.put(VENDOR, "`authlete-java-common`");
        SITUATIONS.put("ReactiveCalls.createBy1", "create, reactive, 1 caller");
        SITUATIONS.put("ReactiveCalls.createBy32", "create, reactive, 32 callers");
        SITUATIONS.put("BlockingCalls.createBy32", "create, blocking, 32 callers");
        SITUATIONS.put("ReactiveCalls.listBy32", "list of 1000, reactive, 32 callers");
        SITUATIONS.put("BlockingCalls.listBy32", "list of 1000, blocking, 32 callers");
    }

    /** By situation and client. */
    private final Map<String, Map<String, RunResult>> results = new LinkedHashMap<>();

    private final boolean oneCpu;

    Tables(Collection<RunResult> all, boolean oneCpu) {
        this.oneCpu = oneCpu;
        SITUATIONS.keySet().forEach(situation -> results.put(situation, new LinkedHashMap<>()));
        for (RunResult result : all) {
            results.get(result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1"))
                    .put(result.getParams().getParam("client"), result);
        }
        results.values().removeIf(Map::isEmpty);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        table(text, "CPU time of a call, as a multiple of what bare Vert.x takes (in brackets: in microseconds)", Tables::cpu);
        table(text, "kB allocated by a call", (result, limit) -> number("%.1f", secondary(result, "alloc") / 1000));
        table(text, "Calls in a second", (result, limit) -> number("%.0f", result.getPrimaryResult().getScore()));
        if (oneCpu) {
            table(text, "Calls from the first one on until a call costs at most " + WarmUp.ARRIVED
                    + " times what it costs in the end", (result, limit) -> number("%.0f", secondary(result, "arrived")));
        }
        text.append(oneCpu ? Goals.oneCpu(results) : Goals.shared(results));
        return text.toString();
    }

    private void table(StringBuilder text, String title, Cell cell) {
        text.append('.').append(title).append("\n[cols=\"3").append(",2".repeat(results.size())).append("\"]\n|===\n| Client");
        results.keySet().forEach(situation -> text.append(" | ").append(SITUATIONS.get(situation)));
        text.append("\n\n");
        CLIENTS.forEach((client, name) -> {
            if (results.values().stream().noneMatch(clients -> clients.containsKey(client))) {
                return;
            }
            text.append("| ").append(name);
            for (Map<String, RunResult> clients : results.values()) {
                RunResult result = clients.get(client);
                text.append(" |").append(result == null ? "" : ' ' + cell.text(result, clients.get(LIMIT)));
            }
            text.append('\n');
        });
        text.append("|===\n\n");
    }

    private static String cpu(RunResult result, RunResult limit) {
        double micros = secondary(result, "cpu");
        String absolute = number("%.0f", micros);
        return limit == null ? absolute : number("%.2f", micros / secondary(limit, "cpu")) + " (" + absolute + ")";
    }

    static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @FunctionalInterface
    private interface Cell {

        String text(RunResult result, RunResult limit);
    }
}

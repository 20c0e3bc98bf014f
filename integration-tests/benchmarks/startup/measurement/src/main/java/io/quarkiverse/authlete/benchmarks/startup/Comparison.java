package io.quarkiverse.authlete.benchmarks.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Pairs of starts, and what they show as rows of an AsciiDoc table. */
final class Comparison {

    private static final double MIB = 1024 * 1024;

    private final List<Start> handWritten = new ArrayList<>();
    private final List<Start> extension = new ArrayList<>();
    private final List<String> fixedRows = new ArrayList<>();

    void add(Start handWritten, Start extension) {
        this.handWritten.add(handWritten);
        this.extension.add(extension);
    }

    void addClasses(int handWritten, int extension) {
        fixedRows.add(fixedRow("Classes loaded at the start", handWritten, extension, "%.0f", ""));
    }

    void addSizes(Map<String, Long> handWritten, Map<String, Long> extension) {
        handWritten.forEach((part, bytes) -> fixedRows
                .add(fixedRow(part, bytes / MIB, extension.get(part) / MIB, "%.2f", " MiB")));
    }

    /** @return for each figure: its name, the hand-written client, the extension, and what the extension adds */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(row("Started in, as Quarkus says", Start::startedIn, "0f", "ms"));
        rows.add(row("Start of the process to first answer", Start::firstAnswer, "0f", "ms"));
        rows.add(row("Processor time until then", Start::cpu, "0f", "ms"));
        rows.add(row("First call", Start::firstCall, "0f", "ms"));
        rows.add(row("Processor time of the first call", Start::firstCallCpu, "0f", "ms"));
        rows.add(row("RSS after the start", Start::rss, "1f", "MiB"));
        rows.add(row("RSS after 100 calls", Start::rssAfterCalls, "1f", "MiB"));
        rows.addAll(fixedRows);
        return rows;
    }

    private String row(String name, ToDoubleFunction<Start> figure, String decimals, String unit) {
        Quartiles of = Quartiles.of(handWritten.stream().mapToDouble(figure));
        Quartiles with = Quartiles.of(extension.stream().mapToDouble(figure));
        // Of each pair, as what slows the machine down slows down both.
        Quartiles added = Quartiles.of(IntStream.range(0, handWritten.size())
                .mapToDouble(i -> figure.applyAsDouble(extension.get(i)) - figure.applyAsDouble(handWritten.get(i))));
        return cells(name, of.print("%." + decimals, unit), with.print("%." + decimals, unit),
                added.print("%+." + decimals, unit), added.median() / of.median());
    }

    private static String fixedRow(String name, double of, double with, String number, String unit) {
        return cells(name, String.format(Locale.ROOT, number + unit, of), String.format(Locale.ROOT, number + unit, with),
                String.format(Locale.ROOT, number.replace("%", "%+") + unit, with - of), (with - of) / of);
    }

    private static String cells(String name, String handWritten, String extension, String added, double ratio) {
        return String.format(Locale.ROOT, "| %s | %s | %s | %s, %+.1f %%", name, handWritten, extension, added, 100 * ratio);
    }
}

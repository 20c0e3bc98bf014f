package io.quarkiverse.authlete.benchmarks.startup;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median of some figures, and the range that holds the middle half of them. */
record Quartiles(double low, double median, double high) {

    static Quartiles of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** @return for example {@code 512 (498 to 530) ms} */
    String print(String number, String unit) {
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ") " + unit, median, low, high);
    }
}

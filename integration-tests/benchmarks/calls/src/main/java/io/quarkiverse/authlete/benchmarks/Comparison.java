package io.quarkiverse.authlete.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures every client in every situation, in 40 minutes, and writes the tables of the documentation. */
public final class Comparison {

    /** It can only block. */
    private static final String VENDOR = "vendor";

    private Comparison() {
    }

    /** The first argument is the file to write; the others are those of JMH, such as {@code -f 3} to measure three times. */
    public static void main(String... args)
            throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions more = new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
        List<RunResult> results = new ArrayList<>(run(more, ReactiveCalls.class, "vertx", "authlete", "rest-client",
                "rest-client-guarded", "jdk"));
        results.addAll(
                run(more, BlockingCalls.class, "vertx", "authlete", "rest-client", "rest-client-guarded", "jdk", VENDOR));
        Files.writeString(Path.of(args[0]), new Tables(results).toString());
    }

    private static Collection<RunResult> run(CommandLineOptions more, Class<?> benchmarks, String... clients)
            throws RunnerException {
        return new Runner(new OptionsBuilder().parent(more)
                .include(benchmarks.getName() + "\\.").param("client", clients).addProfiler(ProcessProfiler.class)
                .forks(more.getForkCount().orElse(1)).shouldFailOnError(true)
                .warmupIterations(more.getWarmupIterations().orElse(2))
                .warmupTime(more.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(more.getMeasurementIterations().orElse(4))
                .measurementTime(more.getMeasurementTime().orElse(TimeValue.seconds(2)))
                .build()).run();
    }
}

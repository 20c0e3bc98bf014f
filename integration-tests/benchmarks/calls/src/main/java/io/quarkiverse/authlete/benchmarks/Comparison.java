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
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the clients beside each other, in about ten minutes, and writes the tables of the documentation. */
public final class Comparison {

    private static final String ONE_CPU = "--one-cpu";

    private Comparison() {
    }

    /**
     * The first argument is the file to write; the others are those of JMH, such as {@code -f 3} to measure three times. With
     * {@code --one-cpu} before them, client and server have one CPU each.
     */
    public static void main(String... args) throws CommandLineOptionException, RunnerException, IOException {
        boolean oneCpu = args[0].equals(ONE_CPU);
        Path file = Path.of(args[oneCpu ? 1 : 0]);
        CommandLineOptions more = new CommandLineOptions(Arrays.copyOfRange(args, oneCpu ? 2 : 1, args.length));
        List<String> reactive = new ArrayList<>(List.of(Tables.LIMIT, Tables.EXTENSION, Tables.REST_CLIENT));
        if (oneCpu) {
            refuseWithoutServer();
        } else {
            reactive.add("rest-client-guarded");
        }
        List<String> blocking = new ArrayList<>(reactive);
        // It can only block.
        blocking.add(Tables.VENDOR);
        List<RunResult> results = new ArrayList<>(run(more, oneCpu, ReactiveCalls.class, ".*", reactive));
        results.addAll(run(more, oneCpu, BlockingCalls.class, oneCpu ? "create.*" : ".*", blocking));
        Files.writeString(file, new Tables(results, oneCpu).toString());
    }

    private static void refuseWithoutServer() {
        try {
            List<String> command = new ArrayList<>(OnCpu.command(OnCpu.SERVER));
            command.addAll(List.of("nginx", "-v"));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(ONE_CPU + " needs a second CPU, taskset, and nginx"
                + " (on Debian: apt-get install util-linux nginx-light)");
    }

    private static Collection<RunResult> run(CommandLineOptions more, boolean oneCpu, Class<?> benchmarks, String methods,
            List<String> clients) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(more)
                .include(benchmarks.getName() + "\\." + methods).param("client", clients.toArray(String[]::new))
                .param("oneCpu", Boolean.toString(oneCpu)).addProfiler(ProcessProfiler.class)
                .forks(more.getForkCount().orElse(1)).shouldFailOnError(true)
                .warmupIterations(more.getWarmupIterations().orElse(2))
                .warmupTime(more.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(more.getMeasurementIterations().orElse(4))
                .measurementTime(more.getMeasurementTime().orElse(TimeValue.seconds(2)));
        if (oneCpu) {
            options.addProfiler(OnCpu.class);
        }
        return new Runner(options.build()).run();
    }
}

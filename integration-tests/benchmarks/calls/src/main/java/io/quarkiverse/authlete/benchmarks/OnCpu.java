package io.quarkiverse.authlete.benchmarks;

import java.io.File;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/** Gives the client one CPU, as most containers have. */
public final class OnCpu implements ExternalProfiler {

    static final int CLIENT = 0;
    static final int SERVER = 1;

    static List<String> command(int cpu) {
        return List.of("taskset", "-c", Integer.toString(cpu));
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return command(CLIENT);
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {
    }

    @Override
    public Collection<? extends Result> afterTrial(BenchmarkResult result, long pid, File out, File err) {
        return List.of();
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }

    @Override
    public String getDescription() {
        return "The client on one CPU";
    }
}

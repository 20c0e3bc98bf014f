package io.quarkiverse.authlete.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** What a call costs the whole process. */
public final class ProcessProfiler implements InternalProfiler {

    // JMH gives a profiler no way to the state, and calls it only after the last iteration has closed the client.
    private static volatile ProcessCost start;
    private static volatile ProcessCost end;

    private static volatile WarmUp warmUp;

    static void warmedUp(WarmUp done) {
        warmUp = done;
    }

    static void iterationStarts() {
        start = ProcessCost.now();
    }

    static void iterationEnds() {
        end = ProcessCost.now();
    }

    @Override
    public String getDescription() {
        return "CPU time and allocation of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // The state tells.
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        // Beside the calls that are measured, JMH makes some while it waits for all threads to start and to end.
        double calls = result.getMetadata().getAllOps();
        double cpu = end.cpuNanosSince(start) / calls / 1000;
        List<Result<?>> results = new ArrayList<>();
        results.add(new ScalarResult("cpu", cpu, "us/call", AggregationPolicy.AVG));
        results.add(new ScalarResult("alloc", end.bytesSince(start) / calls, "B/call", AggregationPolicy.AVG));
        if (warmUp != null) {
            results.add(new ScalarResult("arrived", warmUp.callsUntilArrived(cpu), "calls", AggregationPolicy.AVG));
        }
        return results;
    }
}

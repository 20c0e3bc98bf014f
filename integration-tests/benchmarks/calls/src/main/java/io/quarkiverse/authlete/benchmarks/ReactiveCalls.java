package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Calls that do not block. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReactiveCalls {

    private static final int CALLS = 3200;
    private static final int LARGE_CALLS = 64;

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void createBy1(ClientState client) throws InterruptedException, ExecutionException {
        InFlight.run(CALLS, 1, client.tokens().callers(), client.tokens()::create);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void createBy32(ClientState client) throws InterruptedException, ExecutionException {
        InFlight.run(CALLS, 32, client.tokens().callers(), client.tokens()::create);
    }

    @Benchmark
    @OperationsPerInvocation(LARGE_CALLS)
    public void listBy32(ClientState client) throws InterruptedException, ExecutionException {
        InFlight.run(LARGE_CALLS, 32, client.tokens().callers(),
                completion -> client.tokens().list(Requests.LONG_LIST, completion));
    }
}

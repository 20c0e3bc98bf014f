package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** Calls that block their thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BlockingCalls {

    @Benchmark
    @Threads(32)
    public Object createBy32(ClientState client) throws Exception {
        return client.tokens().create();
    }

    @Benchmark
    @Threads(32)
    public Object listBy32(ClientState client) throws Exception {
        return client.tokens().list(Requests.LONG_LIST);
    }
}

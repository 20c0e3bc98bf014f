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
    public Object createBy1(ClientState client) throws Exception {
        return client.tokens().create();
    }

    @Benchmark
    @Threads(32)
    public Object createBy32(ClientState client) throws Exception {
        return client.tokens().create();
    }

    @Benchmark
    public Object listOf3By1(ClientState client) throws Exception {
        return client.tokens().list(3);
    }

    @Benchmark
    @Threads(32)
    public Object listOf3By32(ClientState client) throws Exception {
        return client.tokens().list(3);
    }

    @Benchmark
    public Object listOf1000By1(ClientState client) throws Exception {
        return client.tokens().list(1000);
    }

    @Benchmark
    @Threads(32)
    public Object listOf1000By32(ClientState client) throws Exception {
        return client.tokens().list(1000);
    }
}

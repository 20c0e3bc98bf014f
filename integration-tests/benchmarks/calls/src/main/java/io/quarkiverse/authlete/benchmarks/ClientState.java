package io.quarkiverse.authlete.benchmarks;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The client that is measured, and its server. */
@State(Scope.Benchmark)
public class ClientState {

    private static final int SHORT_CALLS = 80_000;
    private static final int LONG_LISTS = 2_000;

    @Param({ "vertx", "authlete", "rest-client", "rest-client-guarded", "vendor" })
    public String client;

    /** Whether client and server have one CPU each. */
    @Param("false")
    public boolean oneCpu;

    private AutoCloseable server;
    private TokenClient tokens;
    private boolean quarkus;

    @Setup(Level.Trial)
    public void start(BenchmarkParams benchmark) throws Exception {
        String url = oneCpu ? nginx() : tokenServer();
        tokens = switch (client) {
            case "vertx" -> new BareVertxClient(url);
            case "vendor" -> new VendorClient(url);
            case "authlete" -> inQuarkus(url, AuthleteClient.class);
            case "authlete-once" -> inQuarkus(url, ExactlyOnceClient.class);
            case "rest-client" -> inQuarkus(url, HandWrittenClient.class);
            case "rest-client-guarded" -> inQuarkus(url, GuardedHandWrittenClient.class);
            default -> throw new IllegalArgumentException("Unknown client: " + client);
        };
        warmUp(benchmark.getBenchmark().startsWith(ReactiveCalls.class.getName()),
                benchmark.getBenchmark().contains(".list"), benchmark.getBenchmark().endsWith("By1") ? 1 : 32);
    }

    private String tokenServer() throws Exception {
        TokenServerProcess process = new TokenServerProcess();
        server = process;
        return process.url();
    }

    private String nginx() throws Exception {
        NginxProcess process = new NginxProcess(OnCpu.SERVER);
        server = process;
        return process.url();
    }

    private <T extends TokenClient> T inQuarkus(String url, Class<T> bean) throws Exception {
        quarkus = true;
        return BenchmarkApplication.start(url, bean);
    }

    /**
     * With one CPU, by the call that is measured, to see how long that takes. Else by calls of all kinds, as an application
     * has after some minutes: the JIT compiler would not come to what runs once in a call before hundreds of long lists had
     * been measured.
     */
    private void warmUp(boolean reactive, boolean list, int callers) throws Exception {
        if (oneCpu) {
            ProcessProfiler.warmedUp(WarmUp.untilIdle(count -> make(reactive, list, count, callers)));
        } else {
            make(reactive, false, SHORT_CALLS, 4);
            make(reactive, true, LONG_LISTS, 4);
        }
    }

    private void make(boolean reactive, boolean list, int count, int callers) throws Exception {
        if (reactive) {
            InFlight.run(count, callers, tokens.callers(),
                    list ? completion -> tokens.list(Requests.LONG_LIST, completion) : tokens::create);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        Callable<Void> caller = () -> {
            for (int i = 0; i < count / callers; i++) {
                Object answer = list ? tokens.list(Requests.LONG_LIST) : tokens.create();
                if (answer == null) {
                    throw new IllegalStateException("No answer");
                }
            }
            return null;
        };
        for (Future<Void> end : threads.invokeAll(Collections.nCopies(callers, caller))) {
            end.get();
        }
        threads.shutdown();
    }

    @Setup(Level.Iteration)
    public void iterationStarts() {
        ProcessProfiler.iterationStarts();
    }

    @TearDown(Level.Iteration)
    public void iterationEnds() {
        ProcessProfiler.iterationEnds();
    }

    TokenClient tokens() {
        return tokens;
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        if (quarkus) {
            BenchmarkApplication.stop();
        } else {
            tokens.close();
        }
        server.close();
    }
}

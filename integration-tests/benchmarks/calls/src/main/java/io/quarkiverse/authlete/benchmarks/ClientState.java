package io.quarkiverse.authlete.benchmarks;

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

    @Param({ "vertx", "authlete", "rest-client", "rest-client-guarded", "vendor", "jdk" })
    public String client;

    private TokenServerProcess server;
    private TokenClient tokens;
    private boolean quarkus;

    @Setup(Level.Trial)
    public void start(BenchmarkParams benchmark) throws Exception {
        server = new TokenServerProcess();
        tokens = switch (client) {
            case "vertx" -> new BareVertxClient(server.url());
            case "vendor" -> new VendorClient(server.url());
            case "jdk" -> new JdkClient(server.url());
            case "authlete" -> inQuarkus(AuthleteClient.class);
            case "rest-client" -> inQuarkus(HandWrittenClient.class);
            case "rest-client-guarded" -> inQuarkus(GuardedHandWrittenClient.class);
            default -> throw new IllegalArgumentException("Unknown client: " + client);
        };
        if (benchmark.getBenchmark().startsWith(ReactiveCalls.class.getName())) {
            WarmUp.reactive(tokens);
        } else {
            WarmUp.blocking(tokens);
        }
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

    private TokenClient inQuarkus(Class<? extends TokenClient> bean) throws Exception {
        quarkus = true;
        return BenchmarkApplication.start(server.url(), bean);
    }

    @TearDown(Level.Trial)
    public void stop() {
        if (quarkus) {
            BenchmarkApplication.stop();
        } else {
            tokens.close();
        }
        server.close();
    }
}

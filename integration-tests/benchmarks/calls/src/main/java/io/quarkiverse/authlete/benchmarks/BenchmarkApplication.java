package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The Quarkus application in the JVM of a benchmark. */
@QuarkusMain
public class BenchmarkApplication implements QuarkusApplication {

    // JMH makes the benchmark, and Quarkus makes the application: this is where they meet.
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

    static <T> T start(String url, Class<T> bean) throws InterruptedException, ExecutionException {
        System.setProperty("benchmark.url", url);
        Thread application = new Thread(() -> Quarkus.run(BenchmarkApplication.class, (exitCode, failure) -> {
            if (failure != null) {
                STARTED.completeExceptionally(failure);
            }
        }), "quarkus");
        application.setDaemon(true);
        application.start();
        STARTED.get();
        return Arc.container().instance(bean).get();
    }

    static void stop() {
        Quarkus.blockingExit();
    }

    @Override
    public int run(String... args) {
        STARTED.complete(null);
        Quarkus.waitForExit();
        return 0;
    }
}

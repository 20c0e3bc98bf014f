package io.quarkiverse.authlete.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The calls of a client from its first one on, until the JIT compiler is idle, and what they cost. */
final class WarmUp {

    private static final int FEWEST_CALLS = 500;
    /** Each step has so many calls as a share of all before it. */
    private static final double GROWTH = 0.1;
    private static final double IDLE = 0.02;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** A client has arrived when a call costs so many times what it costs in the end. */
    static final double ARRIVED = 1.2;

    private final List<Step> steps = new ArrayList<>();

    private WarmUp() {
    }

    static WarmUp untilIdle(Calls calls) throws Exception {
        WarmUp warmUp = new WarmUp();
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long start = System.nanoTime();
        long windowStart = start;
        long compiledBefore = compiler.getTotalCompilationTime();
        long made = 0;
        while (true) {
            int next = Math.max(FEWEST_CALLS, (int) (made * GROWTH));
            ProcessCost before = ProcessCost.now();
            calls.make(next);
            made += next;
            warmUp.steps.add(new Step(made, ProcessCost.now().cpuNanosSince(before) / 1e3 / next));
            long now = System.nanoTime();
            if (now - windowStart < WINDOW_NANOS) {
                continue;
            }
            double busy = (compiler.getTotalCompilationTime() - compiledBefore) * 1e6 / (now - windowStart);
            if (busy < IDLE || now - start > LONGEST_NANOS) {
                System.out.printf("%d calls in %d s until the JIT compiler is busy for %.1f %% of the time%n", made,
                        TimeUnit.NANOSECONDS.toSeconds(now - start), busy * 100);
                return warmUp;
            }
            windowStart = now;
            compiledBefore = compiler.getTotalCompilationTime();
        }
    }

    /**
     * @param finalMicros what a call costs now, in microseconds of CPU time
     * @return how many calls were made until no later ones cost more than {@link #ARRIVED} times that
     */
    long callsUntilArrived(double finalMicros) {
        long arrived = 0;
        for (Step step : steps) {
            arrived = step.micros > ARRIVED * finalMicros ? step.calls : arrived;
        }
        return arrived;
    }

    /** @param calls how many calls had been made after it */
    private record Step(long calls, double micros) {
    }

    @FunctionalInterface
    interface Calls {

        void make(int count) throws Exception;
    }
}

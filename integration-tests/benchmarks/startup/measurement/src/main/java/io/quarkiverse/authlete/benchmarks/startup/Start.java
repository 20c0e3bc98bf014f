package io.quarkiverse.authlete.benchmarks.startup;

import java.io.IOException;

/**
 * One start of an application.
 *
 * @param startedIn what Quarkus reports, in ms
 * @param firstAnswer from the start of the process to the first answer, in ms
 * @param cpu processor time of all threads until then, in ms
 * @param firstCall the first answer that takes a call to the API, in ms
 * @param firstCallCpu processor time of all threads meanwhile, in ms
 * @param rss memory after the first answer, in MiB
 * @param rssAfterCalls memory after 100 calls, in MiB
 */
record Start(double startedIn, double firstAnswer, double cpu, double firstCall, double firstCallCpu, double rss,
        double rssAfterCalls) {

    static Start measure(RunningApplication application) throws IOException, InterruptedException {
        double cpu = application.cpu();
        double rss = application.rss();
        long before = System.nanoTime();
        application.issue();
        double firstCall = (System.nanoTime() - before) / 1e6;
        double firstCallCpu = application.cpu() - cpu;
        application.callOtherOperations();
        for (int calls = 5; calls < 100; calls += 5) {
            application.issue();
            application.callOtherOperations();
        }
        return new Start(application.startedIn(), application.firstAnswer(), cpu, firstCall, firstCallCpu, rss,
                application.rss());
    }
}

package io.quarkiverse.authlete.benchmarks.startup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts two applications in turn, each in a process of its own, and prints what one takes more than the other: time, memory,
 * size. They differ in one thing: one calls the API with the extension, the other with a REST client written by hand.
 */
public final class StartupBenchmark {

    private static final int DISCARDED = 2;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TokenServer server;

    private StartupBenchmark(TokenServer server) {
        this.server = server;
    }

    /**
     * To be run in the root of the project. The system property {@code starts} tells how often to start each application;
     * with the property {@code native} it is their native executables.
     */
    public static void main(String... args) throws IOException, InterruptedException {
        int starts = Integer.getInteger("starts", 15);
        Path modules = Path.of("integration-tests", "benchmarks", "startup");
        PackagedApplication handWritten = PackagedApplication.of(modules.resolve("hand-written"));
        PackagedApplication extension = PackagedApplication.of(modules.resolve("extension"));
        Comparison comparison;
        try (TokenServer server = new TokenServer()) {
            comparison = new StartupBenchmark(server).compare(handWritten, extension, starts);
        }
        comparison.addSizes(handWritten.sizes(), extension.sizes());
        System.out.printf("%d starts of each, %s, %d processors%n%n", starts, handWritten.runtime(),
                Runtime.getRuntime().availableProcessors());
        comparison.rows().forEach(System.out::println);
    }

    /** In turn, so that what else the machine does hits both alike; neither is always the first of a pair. */
    private Comparison compare(PackagedApplication handWritten, PackagedApplication extension, int starts)
            throws IOException, InterruptedException {
        Comparison comparison = new Comparison();
        for (int i = -DISCARDED; i < starts; i++) {
            boolean swapped = i % 2 != 0;
            Start first = start(swapped ? extension : handWritten);
            Start second = start(swapped ? handWritten : extension);
            if (i >= 0) {
                comparison.add(swapped ? second : first, swapped ? first : second);
            }
        }
        if (!handWritten.isNative()) {
            comparison.addClasses(loadedClasses(handWritten), loadedClasses(extension));
        }
        return comparison;
    }

    private Start start(PackagedApplication application) throws IOException, InterruptedException {
        try (RunningApplication running = application.start(server.url(), http, List.of())) {
            Start start = Start.measure(running);
            System.out.println(application.name() + " " + start);
            return start;
        }
    }

    /** Takes a start of its own, as the log takes time. */
    private int loadedClasses(PackagedApplication application) throws IOException, InterruptedException {
        try (ClassLog log = new ClassLog();
                RunningApplication running = application.start(server.url(), http, log.javaOptions())) {
            return log.classes().size();
        }
    }
}

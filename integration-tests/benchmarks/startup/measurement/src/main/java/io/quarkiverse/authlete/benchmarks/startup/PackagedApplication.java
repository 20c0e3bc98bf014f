package io.quarkiverse.authlete.benchmarks.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the build has made of a module.
 *
 * @param name the module
 * @param path the directory of the fast-jar, or the native executable
 * @param isNative which of them
 */
record PackagedApplication(String name, Path path, boolean isNative) {

    // Of containers; and it keeps the memory of the machine out of the figures.
    private static final String MEMORY = "-Xmx128m";

    /**
     * @param module the directory of a module
     * @return its fast-jar; with the system property {@code native}, its native executable
     */
    static PackagedApplication of(Path module) throws IOException {
        boolean isNative = System.getProperty("native") != null;
        Path target = module.resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            Path path = files.filter(file -> file.toString().endsWith(isNative ? "-runner" : "quarkus-app")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing to start in " + target.toAbsolutePath()
                            + ": package the module first" + (isNative ? ", with -Dnative" : "")));
            return new PackagedApplication(module.getFileName().toString(), path, isNative);
        }
    }

    RunningApplication start(String tokenServer, HttpClient http, List<String> javaOptions)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isNative) {
            command.addAll(List.of(path.toString(), MEMORY));
        } else {
            command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), MEMORY));
            command.addAll(javaOptions);
            command.addAll(List.of("-jar", path.resolve("quarkus-run.jar").toString()));
        }
        return new RunningApplication(command, tokenServer, http);
    }

    String runtime() {
        return (isNative ? "native executables" : "Java " + Runtime.version()) + " with " + MEMORY;
    }

    /** @return bytes, of the whole and of its parts */
    Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        if (isNative) {
            sizes.put("Size of the native executable", size(path));
        } else {
            sizes.put("Size of `quarkus-app`", size(path));
            sizes.put("- libraries, `lib`", size(path.resolve("lib")));
            sizes.put("- generated classes, `quarkus`", size(path.resolve("quarkus")));
            sizes.put("- the application, `app`", size(path.resolve("app")));
        }
        return sizes;
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(PackagedApplication::length).sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.quarkiverse.authlete.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application in a process of its own, from its start to its first answer and until it is closed. */
final class RunningApplication implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s\\. Listening on: (http://\\S+)");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int SECONDS_TO_START = 60;

    private final HttpClient http;
    private final Process process;
    private final double startedIn;
    private final double firstAnswer;
    private final String url;

    RunningApplication(List<String> command, String tokenServer, HttpClient http) throws IOException, InterruptedException {
        this.http = http;
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TOKEN_SERVER_URL", tokenServer);
        long before = System.nanoTime();
        process = builder.start();
        try {
            Matcher started = awaitStart(process.inputReader());
            startedIn = Double.parseDouble(started.group(1)) * 1000;
            url = started.group(2);
            call("GET", "/started", "");
            firstAnswer = (System.nanoTime() - before) / 1e6;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private Matcher awaitStart(BufferedReader log) throws IOException {
        // Ends the log, too.
        CompletableFuture.delayedExecutor(SECONDS_TO_START, TimeUnit.SECONDS).execute(process::destroyForcibly);
        StringBuilder read = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return started;
            }
            read.append(line).append('\n');
        }
        throw new IllegalStateException("The application did not start: " + read);
    }

    double startedIn() {
        return startedIn;
    }

    double firstAnswer() {
        return firstAnswer;
    }

    /** @return processor time so far, in ms */
    double cpu() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** @return memory now, in MiB */
    double rss() throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        Matcher rss = RSS.matcher(status);
        if (!rss.find()) {
            throw new IllegalStateException("No VmRSS in " + status);
        }
        return Integer.parseInt(rss.group(1)) / 1024.0;
    }

    /** @return the answer of the application */
    String issue() throws IOException, InterruptedException {
        return call("POST", "/tokens", "{\"clientId\":26888344961664,\"subject\":\"john\",\"scopes\":[\"history.read\"]}");
    }

    /** @return the answers of the application */
    List<String> callOtherOperations() throws IOException, InterruptedException {
        return List.of(call("GET", "/tokens?subject=john", ""),
                call("PUT", "/tokens/a-token/scopes", "[\"timeline.read\"]"),
                call("DELETE", "/tokens/a-token", ""),
                call("DELETE", "/tokens?subject=john", ""));
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        var response = http.send(HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + " of the application: " + response.statusCode() + " "
                    + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

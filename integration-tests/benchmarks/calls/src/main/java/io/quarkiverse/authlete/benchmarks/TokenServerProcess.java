package io.quarkiverse.authlete.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A {@link TokenServer} in a process of its own. */
final class TokenServerProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    TokenServerProcess() throws IOException {
        process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), TokenServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IllegalStateException("The server did not start");
        }
        url = "http://localhost:" + port;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

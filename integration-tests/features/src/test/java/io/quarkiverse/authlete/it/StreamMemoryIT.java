package io.quarkiverse.authlete.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged application reads more tokens than fit into its heap of 64 MiB. There are enough of them in every build;
 * {@code -Dstreamed.tokens=1000000} makes it a million. The server is in this process.
 */
class StreamMemoryIT {

    private static final int TOKENS = Integer.getInteger("streamed.tokens");
    private static final int PAGE_SIZE = 1000;
    private static final Path NATIVE_EXECUTABLE = Path.of(System.getProperty("native.image.path"));
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+)");

    static ManyTokens server;
    static Process application;
    static String url;

    @BeforeAll
    static void start() throws IOException {
        server = new ManyTokens(TOKENS);
        List<String> command = new ArrayList<>(List.of(executable(), "-Xmx64m",
                "-Dquarkus.authlete.url=http://127.0.0.1:" + server.port(), "-Dquarkus.http.port=0",
                "-Dquarkus.http.host=127.0.0.1"));
        if (!isNative()) {
            command.addAll(List.of("-Xlog:gc:file=target/stream-gc.log", "-jar", "target/quarkus-app/quarkus-run.jar"));
        }
        application = new ProcessBuilder(command).redirectErrorStream(true).start();
        url = url(application.inputReader());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        application.destroy();
        assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    private static boolean isNative() {
        return Files.isExecutable(NATIVE_EXECUTABLE);
    }

    private static String executable() {
        return isNative() ? NATIVE_EXECUTABLE.toString() : ProcessHandle.current().info().command().orElseThrow();
    }

    private static String url(BufferedReader output) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
        }
        throw new IOException("The application did not start: " + seen);
    }

    @Test
    void blocking() {
        read("/stream");
    }

    @Test
    void reactive() {
        read("/stream/reactive");
    }

    private static void read(String path) {
        given().queryParam("pageSize", PAGE_SIZE).when().get(url + path).then().statusCode(200)
                .body("count", equalTo(TOKENS)).body("disorder", equalTo(0));
    }
}

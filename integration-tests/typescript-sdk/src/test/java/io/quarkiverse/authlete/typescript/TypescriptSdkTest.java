package io.quarkiverse.authlete.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.EmulatorDevService;
import io.quarkiverse.authlete.deployment.devservice.ServiceSettings;

/** The vendor's TypeScript SDK against the emulator, by the tests in {@code src/test/js}. */
class TypescriptSdkTest {

    private static final Path TESTS = Path.of("src", "test", "js");
    private static final ServiceSettings SERVICE = ServiceSettings.of("21653835348762", "api-token");
    private static final ServiceSettings OTHER_SERVICE = ServiceSettings.of("71653835348763", "other-api-token");
    private static final int REQUESTS_PER_SECOND = 5;

    private static final EmulatorDevService EMULATOR = new EmulatorDevService(EmulatorConfig.of(SERVICE, OTHER_SERVICE));
    private static final EmulatorDevService LIMITED_EMULATOR = new EmulatorDevService(
            EmulatorConfig.builder(SERVICE).rateLimit(OptionalInt.of(REQUESTS_PER_SECOND)).build());

    @BeforeAll
    static void start() throws Exception {
        EMULATOR.start();
        LIMITED_EMULATOR.start();
        run("npm", "ci");
    }

    @AfterAll
    static void stop() {
        EMULATOR.close();
        LIMITED_EMULATOR.close();
    }

    @TestFactory
    Stream<DynamicTest> tests() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(TESTS)) {
            files = found.filter(file -> file.toString().endsWith(".test.js")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                () -> run("node", "--test", "--test-reporter=spec", file.toString())));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of(
                "EMULATOR_URL", EMULATOR.getConnectionInfo(),
                "LIMITED_EMULATOR_URL", LIMITED_EMULATOR.getConnectionInfo(),
                "SERVICE_ID", SERVICE.serviceId(),
                "API_TOKEN", SERVICE.apiToken(),
                "OTHER_SERVICE_ID", OTHER_SERVICE.serviceId(),
                "OTHER_API_TOKEN", OTHER_SERVICE.apiToken()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("%s ended", Arrays.toString(command)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("Exit code of %s, which said:%n%s", Arrays.toString(command),
                Files.readString(output)).isZero();
        Files.delete(output);
    }
}

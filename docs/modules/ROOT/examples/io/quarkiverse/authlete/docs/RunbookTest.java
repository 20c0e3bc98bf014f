package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * In each situation of the runbook, its queries match series that tell of the situation, the lines that it quotes are in the
 * log, and its commands find something.
 */
@QuarkusTest
@TestProfile(IncidentsProfile.class)
@TestInstance(Lifecycle.PER_CLASS)
class RunbookTest {

    private static final Path DASHBOARD = Path.of("modules/ROOT/attachments/authlete-dashboard.json");
    private static final Path ALERTS = Path.of("modules/ROOT/examples/org/acme/authlete-alerts.yaml");
    /** Tells "not in the log" from "not yet": lines of the audit trail come from a thread of their own. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Incidents incidents;

    @TestHTTPResource("/")
    URL application;

    @ConfigProperty(name = "quarkus.authlete.url")
    String emulator;

    @ConfigProperty(name = "quarkus.authlete.service-id")
    String serviceId;

    @ConfigProperty(name = "quarkus.authlete.service-access-token")
    String apiToken;

    @ConfigProperty(name = "quarkus.log.file.path")
    Path log;

    private final Map<String, Incident> happened = new HashMap<>();

    /** @param before what Prometheus got before, @param after while or after it happened */
    private record Incident(Scrape before, Scrape after) {

        boolean shows(Selector selector) {
            return after.shows(selector, before);
        }
    }

    static Stream<String> symptoms() throws IOException {
        return Runbook.symptoms().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("symptoms")
    void queriesShowTheSituation(String symptom) throws IOException {
        Incident incident = incident(symptom);

        assertThat(Runbook.symptoms().get(symptom).queries())
                .allSatisfy(selector -> assertThat(incident.shows(selector)).as(selector.text()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("symptoms")
    void quotedLinesAreInTheLog(String symptom) throws IOException {
        incident(symptom);

        assertLogged(Runbook.symptoms().get(symptom).lines());
    }

    @ParameterizedTest
    @MethodSource("symptoms")
    @DisabledOnOs(OS.WINDOWS) // which has no such shell
    void commandsFindSomething(String symptom) throws IOException {
        incident(symptom);

        assertThat(Runbook.symptoms().get(symptom).commands()).allSatisfy(command -> {
            String output = "";
            for (long end = System.nanoTime() + PATIENCE.toNanos(); output.isBlank() && System.nanoTime() < end;) {
                output = run(command);
            }
            assertThat(output).as(command).isNotBlank();
        });
    }

    @Test
    void theRunbookKnowsEachAlert() throws IOException {
        List<String> alerts = values("alert", new Yaml().load(Files.readString(ALERTS))).toList();

        assertThat(alerts).isNotEmpty();
        assertThat(Files.readString(Runbook.PAGE)).contains(alerts.stream().map(alert -> "`" + alert + "`").toList());
    }

    @Test
    void theOtherPageShowsTheSituations() throws IOException {
        Runbook page = Runbook.on("observability.adoc");
        List<Selector> queries = Stream.of(page.queries(), queriesIn(DASHBOARD), queriesIn(ALERTS)).flatMap(List::stream)
                .toList();

        for (String symptom : Runbook.symptoms().keySet()) {
            incident(symptom);
        }

        assertThat(queries).hasSizeGreaterThan(20).allSatisfy(
                selector -> assertThat(happened.values()).as(selector.text()).anyMatch(incident -> incident.shows(selector)));
        assertThat(page.lines()).hasSize(4);
        assertLogged(page.lines());
    }

    private void assertLogged(List<String> lines) throws IOException {
        List<String> logged = Files.readAllLines(log).stream().filter(line -> !line.startsWith("\tat "))
                .map(RunbookTest::withoutNumbersAndHosts).toList();
        assertThat(lines).map(RunbookTest::withoutNumbersAndHosts)
                .allSatisfy(line -> assertThat(logged).anyMatch(said -> said.contains(line)));
    }

    /** JSON is YAML, too. */
    private static List<Selector> queriesIn(Path file) throws IOException {
        return values("expr", new Yaml().load(Files.readString(file))).flatMap(query -> Selector.in(query).stream()).toList();
    }

    private static Stream<String> values(String key, Object node) {
        if (node instanceof List<?> list) {
            return list.stream().flatMap(element -> values(key, element));
        }
        return node instanceof Map<?, ?> map ? map.entrySet().stream().flatMap(entry -> entry.getKey().equals(key)
                ? Stream.of(entry.getValue().toString())
                : values(key, entry.getValue())) : Stream.empty();
    }

    private Incident incident(String symptom) {
        return happened.computeIfAbsent(symptom, name -> {
            Scrape before = Scrape.now();
            return new Incident(before, incidents.happen(name));
        });
    }

    private static String withoutNumbersAndHosts(String line) {
        return line.replaceAll("host [^\\]]+]", "host]").replaceAll("\\d+", "0");
    }

    private String run(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().put("APP", application.toString().replaceAll("/$", ""));
        shell.environment().put("LOG", log.toString());
        shell.environment().put("AUTHLETE", emulator);
        shell.environment().put("SERVICE_ID", serviceId);
        shell.environment().put("AUTHLETE_BEARER", apiToken);
        Process process = shell.start();
        try {
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue() == 0 ? output : "";
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}

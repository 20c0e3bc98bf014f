package io.quarkiverse.authlete.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;

import io.quarkus.runtime.configuration.DurationConverter;

/** Reads manifests of Kubernetes: a Secret, and a Deployment with one container that has it in its environment. */
final class Manifests {

    /**
     * @param grace how long Kubernetes lets a pod end
     * @param preStop how long it waits before it tells the application
     * @param shutdown how long the application waits for requests
     * @param readinessTimeout of the readiness probe
     */
    record Times(Duration grace, Duration preStop, Duration shutdown, Duration readinessTimeout) {
    }

    private Manifests() {
    }

    static Map<String, String> variables(Path file) throws IOException {
        Map<String, String> variables = new HashMap<>();
        at(document(file, "Secret"), "stringData").forEach((name, value) -> variables.put(name, (String) value));
        for (Object variable : (List<?>) container(file).get("env")) {
            Map<String, Object> env = map(variable);
            variables.put((String) env.get("name"), (String) env.get("value"));
        }
        return variables;
    }

    static Times times(Path file) throws IOException {
        List<?> preStop = (List<?>) at(container(file), "lifecycle", "preStop", "exec").get("command");
        return new Times(
                seconds(at(document(file, "Deployment"), "spec", "template", "spec").get("terminationGracePeriodSeconds")),
                seconds(preStop.get(1)), DurationConverter.parseDuration(variables(file).get("QUARKUS_SHUTDOWN_TIMEOUT")),
                seconds(at(container(file), "readinessProbe").get("timeoutSeconds")));
    }

    private static Duration seconds(Object number) {
        return Duration.ofSeconds(Long.parseLong(number.toString()));
    }

    private static Map<String, Object> container(Path file) throws IOException {
        return map(((List<?>) at(document(file, "Deployment"), "spec", "template", "spec").get("containers")).get(0));
    }

    private static Map<String, Object> document(Path file, String kind) throws IOException {
        for (Object document : new Yaml().loadAll(Files.readString(file))) {
            if (map(document).get("kind").equals(kind)) {
                return map(document);
            }
        }
        throw new IllegalArgumentException("No " + kind + " in " + file);
    }

    private static Map<String, Object> at(Map<String, Object> node, String... path) {
        Map<String, Object> at = node;
        for (String key : path) {
            at = map(at.get(key));
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}

package io.quarkiverse.authlete.docs;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Services each of which has the settings that bring it into one of the situations of {@link Incidents}. */
public class IncidentsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.authlete.audit.enabled", "true");
        settings.put("quarkus.authlete.retry.initial-interval", "1ms");
        settings.put("quarkus.authlete.\"limited\".rate-limit.limit", "1");
        settings.put("quarkus.authlete.\"limited\".rate-limit.window", "1h");
        settings.put("quarkus.authlete.\"narrow\".bulkhead.limit", "1");
        settings.put("quarkus.authlete.\"narrow\".bulkhead.queue-size", "1");
        settings.put("quarkus.authlete.\"narrow\".read-timeout", "60s");
        settings.put("quarkus.authlete.\"broken\".retry.enabled", "false");
        settings.put("quarkus.authlete.\"broken\".circuit-breaker.request-volume-threshold", "2");
        settings.put("quarkus.authlete.\"broken\".circuit-breaker.delay", "1h");
        settings.put("quarkus.authlete.\"slow\".max-connections", "1");
        settings.put("quarkus.authlete.\"slow\".read-timeout", "60s");
        settings.put("quarkus.authlete.\"slow\".attempt-timeout", "60s");
        settings.put("quarkus.authlete.\"slow\".total-timeout", "60s");
        settings.put("quarkus.authlete.\"gone\".url", "http://localhost:1");
        settings.put("quarkus.authlete.\"gone\".service-id", "1");
        settings.put("quarkus.authlete.\"gone\".service-access-token", "secret");
        settings.put("quarkus.authlete.\"gone\".retry.initial-interval", "1ms");
        // Without it, the emulator supplies an API token, and the provider is not asked.
        settings.put("quarkus.authlete.\"sealed\".service-access-token", "secret");
        settings.put("quarkus.log.category.\"io.quarkiverse.authlete\".level", "DEBUG");
        // Another application in this JVM may have turned it off: the printed configuration does.
        settings.put("quarkus.log.category.\"io.quarkiverse.authlete.audit\".use-parent-handlers", "true");
        settings.put("quarkus.log.file.enabled", "true");
        // A name of its own, so that no line of an earlier run is found.
        settings.put("quarkus.log.file.path", "target/incidents-" + ProcessHandle.current().pid() + ".log");
        return settings;
    }
}

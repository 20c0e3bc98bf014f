package io.quarkiverse.authlete.deployment.devservice;

import java.util.Map;

/**
 * A seed file as it was found.
 *
 * @param location what messages call the file
 * @param json its text
 * @param serviceIds the emulated services by the names that the file may use
 */
public record Seed(String location, String json, Map<String, String> serviceIds) {

    public Seed {
        serviceIds = Map.copyOf(serviceIds);
    }

    /** The text holds token values. */
    @Override
    public String toString() {
        return "Seed[" + location + "]";
    }
}

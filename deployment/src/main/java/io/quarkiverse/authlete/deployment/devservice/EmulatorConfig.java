package io.quarkiverse.authlete.deployment.devservice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How one emulator instance is to run. Equal configurations may share one running instance.
 *
 * @param port the port to listen on, 0 for any free one
 * @param maxBodySize the largest request body in bytes
 * @param services the Authlete services to emulate, each with tokens of its own
 */
public record EmulatorConfig(int port, int maxBodySize, List<ServiceSettings> services) {

    public static final int DEFAULT_MAX_BODY_SIZE = 1024 * 1024;

    public EmulatorConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
        }
        if (maxBodySize <= 0) {
            throw new IllegalArgumentException("maxBodySize must be positive: " + maxBodySize);
        }
        services = List.copyOf(services);
        Set<String> serviceIds = new HashSet<>();
        for (ServiceSettings service : services) {
            if (!serviceIds.add(service.serviceId())) {
                throw new IllegalArgumentException("Service ID " + service.serviceId() + " is configured twice");
            }
        }
    }

    public static EmulatorConfig of(ServiceSettings... services) {
        return new EmulatorConfig(0, DEFAULT_MAX_BODY_SIZE, List.of(services));
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one emulator instance is to run. Equal configurations may share one running instance.
 *
 * @param port the port to listen on, 0 for any free one
 * @param maxBodySize the largest request body in bytes
 * @param latency how long every answer is held back
 * @param rateLimit the requests that a service answers in a second, empty for no limit
 * @param seed the clients and tokens that are there from the start
 * @param dpop what is demanded of DPoP proofs
 * @param services the Authlete services to emulate, each with tokens of its own
 */
public record EmulatorConfig(int port, int maxBodySize, Duration latency, OptionalInt rateLimit, Optional<Seed> seed,
        DpopSettings dpop, List<ServiceSettings> services) {

    public static final int DEFAULT_MAX_BODY_SIZE = 1024 * 1024;

    public EmulatorConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
        }
        if (maxBodySize <= 0) {
            throw new IllegalArgumentException("maxBodySize must be positive: " + maxBodySize);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative: " + latency);
        }
        if (rateLimit.isPresent() && rateLimit.getAsInt() <= 0) {
            throw new IllegalArgumentException("rateLimit must be positive: " + rateLimit.getAsInt());
        }
        Objects.requireNonNull(dpop, "dpop");
        services = List.copyOf(services);
        Set<String> serviceIds = new HashSet<>();
        for (ServiceSettings service : services) {
            if (!serviceIds.add(service.serviceId())) {
                throw new IllegalArgumentException("Service ID " + service.serviceId() + " is configured twice");
            }
        }
    }

    /** Demands no more of DPoP proofs than that they are right. */
    public EmulatorConfig(int port, int maxBodySize, Duration latency, OptionalInt rateLimit, Optional<Seed> seed,
            List<ServiceSettings> services) {
        this(port, maxBodySize, latency, rateLimit, seed, DpopSettings.DEFAULT, services);
    }

    /** Answers at once, without a limit, and begins without tokens. */
    public EmulatorConfig(int port, int maxBodySize, List<ServiceSettings> services) {
        this(port, maxBodySize, Duration.ZERO, OptionalInt.empty(), Optional.empty(), services);
    }

    /** The same with other demands on DPoP proofs. */
    public EmulatorConfig with(DpopSettings dpop) {
        return new EmulatorConfig(port, maxBodySize, latency, rateLimit, seed, dpop, services);
    }

    public static EmulatorConfig of(ServiceSettings... services) {
        return new EmulatorConfig(0, DEFAULT_MAX_BODY_SIZE, List.of(services));
    }
}

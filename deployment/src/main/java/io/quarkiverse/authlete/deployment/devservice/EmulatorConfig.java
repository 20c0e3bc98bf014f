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

    static final int DEFAULT_MAX_BODY_SIZE = 1024 * 1024;

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

    public static EmulatorConfig of(ServiceSettings... services) {
        return builder(services).build();
    }

    public static Builder builder(ServiceSettings... services) {
        return new Builder(List.of(services));
    }

    /** Begins with an emulator that answers at once, without a limit, and has no tokens. */
    public static final class Builder {

        private final List<ServiceSettings> services;
        private int port;
        private int maxBodySize = DEFAULT_MAX_BODY_SIZE;
        private Duration latency = Duration.ZERO;
        private OptionalInt rateLimit = OptionalInt.empty();
        private Optional<Seed> seed = Optional.empty();
        private DpopSettings dpop = DpopSettings.DEFAULT;

        private Builder(List<ServiceSettings> services) {
            this.services = services;
        }

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        Builder maxBodySize(int maxBodySize) {
            this.maxBodySize = maxBodySize;
            return this;
        }

        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        public Builder rateLimit(OptionalInt rateLimit) {
            this.rateLimit = rateLimit;
            return this;
        }

        public Builder seed(Optional<Seed> seed) {
            this.seed = seed;
            return this;
        }

        public Builder dpop(DpopSettings dpop) {
            this.dpop = dpop;
            return this;
        }

        public EmulatorConfig build() {
            return new EmulatorConfig(port, maxBodySize, latency, rateLimit, seed, dpop, services);
        }
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that changes while the emulator runs. */
final class EmulatorState {

    private final AdjustableClock clock;
    private final FaultQueue faults = new FaultQueue();
    private final RequestLog requests = new RequestLog();
    private final List<EmulatedService> services;
    private final Optional<SeedFile> seed;

    EmulatorState(EmulatorConfig config, InstantSource baseClock, JsonCodec json) {
        this.clock = new AdjustableClock(baseClock);
        this.seed = config.seed().map(file -> SeedFile.read(file, json));
        TokenValues values = new TokenValues();
        List<EmulatedService> all = new ArrayList<>();
        this.services = Collections.unmodifiableList(all);
        config.services().stream().map(settings -> seed.map(file -> file.addClients(settings)).orElse(settings))
                .map(settings -> new EmulatedService(settings, services, clock, values,
                        new RequestLimit(config.rateLimit(), clock)))
                .forEach(all::add);
        plant();
    }

    AdjustableClock clock() {
        return clock;
    }

    FaultQueue faults() {
        return faults;
    }

    RequestLog requests() {
        return requests;
    }

    List<EmulatedService> services() {
        return services;
    }

    Set<String> apiTokens() {
        return services.stream().map(service -> service.settings().apiToken()).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException if there is no such service */
    EmulatedService service(String serviceId) {
        return services.stream().filter(service -> service.settings().serviceId().equals(serviceId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The service " + serviceId + " is not emulated, but "
                        + services.stream().map(service -> service.settings().serviceId())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Back to how it began. */
    void reset() {
        faults.clear(null);
        requests.clear();
        clock.reset();
        services.forEach(EmulatedService::reset);
        plant();
    }

    private void plant() {
        seed.ifPresent(file -> services.forEach(file::createTokens));
    }
}

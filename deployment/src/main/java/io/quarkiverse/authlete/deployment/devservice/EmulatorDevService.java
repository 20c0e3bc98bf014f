package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.quarkus.deployment.builditem.Startable;

/** Authlete's token-management API in this JVM, on a loopback port, with tokens that live as long as the instance. */
public final class EmulatorDevService implements Startable {

    private final int port;
    private final EmulatorServer server;

    public EmulatorDevService(EmulatorConfig config) {
        this(config, InstantSource.system());
    }

    EmulatorDevService(EmulatorConfig config, InstantSource clock) {
        JsonCodec json = new JsonCodec();
        TokenValues values = new TokenValues();
        Optional<SeedFile> seed = config.seed().map(file -> SeedFile.read(file, json));
        List<EmulatedService> services = config.services().stream()
                .map(settings -> seed.map(file -> file.addClients(settings)).orElse(settings))
                .map(settings -> new EmulatedService(settings, clock, values, new RequestLimit(config.rateLimit(), clock)))
                .toList();
        seed.ifPresent(file -> services.forEach(file::createTokens));
        this.port = config.port();
        ApiRoutes routes = new ApiRoutes(new ServiceRegistry(services), new RequestBodyReader(json));
        this.server = new EmulatorServer(request -> Delivery.complete(routes.apply(request), config.latency()), json,
                config.maxBodySize());
    }

    @Override
    public void start() {
        server.start(port);
    }

    @Override
    public String getConnectionInfo() {
        return "http://localhost:" + server.port();
    }

    /** There is no container. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        server.close();
    }
}

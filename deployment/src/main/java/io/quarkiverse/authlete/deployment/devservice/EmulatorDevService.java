package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.InstantSource;

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
        RequestBodyReader bodies = new RequestBodyReader(json);
        EmulatorState state = new EmulatorState(config, clock, json);
        ApiRoutes routes = new ApiRoutes(new ServiceRegistry(state.services()), bodies);
        // Not the clock that tests advance: every proof would be too old then.
        FaultyApi api = new FaultyApi(DpopGate.before(routes, config.dpop(), clock, new TokenValues()), state,
                new RequestRecorder(state.requests(), new SecretMask(state.apiTokens()), bodies, clock), config.latency());
        InstanceApi instance = new InstanceApi(state.faults(), config.latency());
        ControlApi control = new ControlApi(state, json);
        this.port = config.port();
        this.server = new EmulatorServer(request -> {
            String path = request.path() == null ? "" : request.path();
            if (path.startsWith(ControlApi.PREFIX)) {
                return Delivery.complete(control.apply(request), Duration.ZERO);
            }
            return InstanceApi.serves(path) ? instance.apply(request) : api.apply(request);
        }, json, config.maxBodySize());
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

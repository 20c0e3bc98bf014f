package io.quarkiverse.authlete.runtime.client;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.runtime.bulk.BulkCalls;
import io.quarkiverse.authlete.runtime.bulk.BulkRuns;
import io.quarkiverse.authlete.runtime.call.EventLoops;
import io.quarkiverse.authlete.runtime.call.FaultToleranceDefaults;
import io.quarkiverse.authlete.runtime.call.ServiceCalls;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;
import io.quarkiverse.authlete.runtime.transport.TransportFactory;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.vertx.core.Vertx;

/** The operations of every service that is in use; each is made on first use. */
@Singleton
public class AuthleteServices {

    private final TransportFactory transports;
    private final EventLoops loops;
    private final ServiceSettingsReader settings;
    private final ApiTokenLookup tokens;
    private final FaultToleranceDefaults defaults;
    private final CallObservers observers;
    private final BulkRuns bulkRuns;
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    AuthleteServices(TransportFactory transports, ServiceSettingsReader settings, ApiTokenLookup tokens,
            FaultToleranceDefaults defaults, CallObservers observers, BulkRuns bulkRuns, Vertx vertx) {
        this.transports = transports;
        this.loops = new EventLoops(vertx);
        this.settings = settings;
        this.tokens = tokens;
        this.defaults = defaults;
        this.observers = observers;
        this.bulkRuns = bulkRuns;
    }

    public ReactiveTokenOperations reactive(String service) {
        return service(service).reactive();
    }

    public TokenOperations blocking(String service) {
        return service(service).blocking();
    }

    private Service service(String name) {
        return services.computeIfAbsent(name, this::create);
    }

    private Service create(String name) {
        ServiceSettings service = settings.read(name);
        FailureFactory failures = new FailureFactory(name, service.url().getAuthority(), InstantSource.system());
        BatchFailures batchFailures = new BatchFailures(failures);
        ServiceCalls calls = new ServiceCalls(name, settings.config(name), defaults, transports.create(service, failures),
                loops, failures, tokens.of(service).renewable(), observers);
        TokenCalls operations = new TokenCalls(service.serviceId(), new RequestValidator(name), calls, batchFailures,
                new ExactlyOnce(failures, settings.config(name).create().exactlyOnce()));
        BulkCalls bulk = new BulkCalls(failures, settings.config(name), bulkRuns);
        ReactiveTokenOperations reactive = new ReactiveOperations(failures, operations, calls, batchFailures, bulk);
        return new Service(calls, reactive, new BlockingOperations(operations, reactive, new BlockingWait(failures), bulk,
                new TokenStreams(failures, reactive::list)));
    }

    @PreDestroy
    void close() {
        bulkRuns.close();
        services.values().forEach(service -> service.calls().close());
        // After the calls, whose ends are still to be told.
        observers.close();
    }

    private record Service(ServiceCalls calls, ReactiveTokenOperations reactive, TokenOperations blocking) {
    }
}

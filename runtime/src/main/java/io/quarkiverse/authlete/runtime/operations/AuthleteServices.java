package io.quarkiverse.authlete.runtime.operations;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.bulk.BulkCalls;
import io.quarkiverse.authlete.runtime.bulk.BulkRuns;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.faulttolerance.FaultToleranceDefaults;
import io.quarkiverse.authlete.runtime.faulttolerance.ServiceCalls;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;
import io.quarkiverse.authlete.runtime.rest.TokenApiFactory;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** The operations of every service that is in use; each is made on first use. */
@Singleton
public class AuthleteServices {

    private static final Logger LOG = Logger.getLogger(AuthleteServices.class);

    private final TokenApiFactory apis;
    private final ServiceSettingsReader settings;
    private final ApiTokenLookup tokens;
    private final FaultToleranceDefaults defaults;
    private final CallObservers observers;
    private final BulkRuns bulkRuns;
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    AuthleteServices(TokenApiFactory apis, ServiceSettingsReader settings, ApiTokenLookup tokens,
            FaultToleranceDefaults defaults, CallObservers observers, BulkRuns bulkRuns) {
        this.apis = apis;
        this.settings = settings;
        this.tokens = tokens;
        this.defaults = defaults;
        this.observers = observers;
        this.bulkRuns = bulkRuns;
    }

    /**
     * @param service the name of a configured service
     * @return its reactive operations
     */
    public ReactiveTokenOperations reactive(String service) {
        return service(service).operations();
    }

    /**
     * @param service the name of a configured service
     * @return its blocking operations
     */
    public TokenOperations blocking(String service) {
        Service used = service(service);
        return new BlockingOperations(used.operations(), new BlockingWait(service), used.bulk(),
                new TokenStreams(service, used.operations()::list));
    }

    private Service service(String name) {
        return services.computeIfAbsent(name, this::create);
    }

    private Service create(String name) {
        ServiceSettings service = settings.read(name);
        TokenApi api = apis.create(name);
        ServiceCalls calls = new ServiceCalls(name, settings.config(name), defaults,
                new FailureFactory(name, InstantSource.system()), tokens.of(service).renewable(), observers);
        BulkCalls bulk = new BulkCalls(name, settings.config(name), bulkRuns);
        return new Service(api, calls, bulk, new ReactiveOperations(name, api, service.serviceId(),
                new RequestValidator(name), calls, new BatchFailures(name), bulk));
    }

    @PreDestroy
    void close() {
        bulkRuns.close();
        services.forEach((name, service) -> {
            service.calls().close();
            try {
                ((Closeable) service.api()).close();
            } catch (IOException e) {
                LOG.warnf(e, "The client of the Authlete service '%s' could not be closed", name);
            }
        });
    }

    private record Service(TokenApi api, ServiceCalls calls, BulkCalls bulk, ReactiveTokenOperations operations) {
    }
}

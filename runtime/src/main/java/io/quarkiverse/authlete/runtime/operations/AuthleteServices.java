package io.quarkiverse.authlete.runtime.operations;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.rest.TokenApiFactory;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** The operations of every service that is in use; each is made on first use. */
@Singleton
public class AuthleteServices {

    private static final Logger LOG = Logger.getLogger(AuthleteServices.class);

    private final TokenApiFactory apis;
    private final ServiceSettingsReader settings;
    private final Map<String, ReactiveTokenOperations> operations = new ConcurrentHashMap<>();
    private final Map<String, TokenApi> clients = new ConcurrentHashMap<>();

    AuthleteServices(TokenApiFactory apis, ServiceSettingsReader settings) {
        this.apis = apis;
        this.settings = settings;
    }

    /**
     * @param service the name of a configured service
     * @return its reactive operations
     */
    public ReactiveTokenOperations reactive(String service) {
        return operations.computeIfAbsent(service, name -> new ReactiveOperations(
                clients.computeIfAbsent(name, apis::create), settings.read(name).serviceId(), new RequestValidator(name)));
    }

    /**
     * @param service the name of a configured service
     * @return its blocking operations
     */
    public TokenOperations blocking(String service) {
        return new BlockingOperations(reactive(service));
    }

    @PreDestroy
    void close() {
        clients.forEach((name, client) -> {
            try {
                ((Closeable) client).close();
            } catch (IOException e) {
                LOG.warnf(e, "The client of the Authlete service '%s' could not be closed", name);
            }
        });
    }
}

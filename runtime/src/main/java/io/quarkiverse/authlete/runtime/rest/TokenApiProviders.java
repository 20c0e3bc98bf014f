package io.quarkiverse.authlete.runtime.rest;

import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.rest.client.reactive.runtime.AnnotationRegisteredProviders;

/**
 * Keeps the application's {@code @Provider} classes away from the clients that are ours: a filter that throws, aborts, changes
 * the
 * URL or logs bodies would break the client or leak tokens. All other REST clients get what they always get.
 */
@Alternative
@Priority(1)
@Singleton
public class TokenApiProviders extends AnnotationRegisteredProviders {

    private final AnnotationRegisteredProviders generated;

    TokenApiProviders(BeanManager beans) {
        this.generated = beans.getBeans(AnnotationRegisteredProviders.class).stream()
                .filter(bean -> bean.getBeanClass() != TokenApiProviders.class)
                .findFirst()
                .map(bean -> (AnnotationRegisteredProviders) beans.getReference(bean, AnnotationRegisteredProviders.class,
                        beans.createCreationalContext(bean)))
                .orElseThrow();
    }

    @Override
    public Map<Class<?>, Integer> getProviders(Class<?> client) {
        return client == TokenApi.class || client == HealthcheckApi.class ? Map.of() : generated.getProviders(client);
    }
}

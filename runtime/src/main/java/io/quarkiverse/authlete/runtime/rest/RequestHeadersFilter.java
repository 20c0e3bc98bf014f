package io.quarkiverse.authlete.runtime.rest;

import java.util.ArrayList;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;

/** Adds the headers of the configuration and of the call, and the API token of the service. */
final class RequestHeadersFilter implements ResteasyReactiveClientRequestFilter {

    private final ServiceSettings settings;

    RequestHeadersFilter(ServiceSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        settings.headers().forEach(headers::putSingle);
        RequestOptions options = CallInfo.of(request.unwrap(RestClientRequestContext.class)).options();
        if (options != null) {
            options.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        }
        headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiToken());
    }
}

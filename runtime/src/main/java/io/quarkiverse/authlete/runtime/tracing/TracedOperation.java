package io.quarkiverse.authlete.runtime.tracing;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;

/**
 * What the spans of one operation of one service have in common.
 *
 * @param callName the name of the span of a call
 * @param callAttributes what is known of a call when it starts
 * @param attemptName the name of the span of an attempt
 * @param attemptAttributes what is known of an attempt when it starts
 */
record TracedOperation(String callName, Attributes callAttributes, String attemptName, Attributes attemptAttributes) {

    static Map<TokenOperation, TracedOperation> all(String service, URI url) {
        Map<TokenOperation, TracedOperation> all = new EnumMap<>(TokenOperation.class);
        for (TokenOperation operation : TokenOperation.values()) {
            all.put(operation, of(service, url, operation));
        }
        return all;
    }

    private static TracedOperation of(String service, URI url, TokenOperation operation) {
        Attributes ofCall = Attributes.of(SpanAttributes.SERVICE, service, SpanAttributes.OPERATION, operation.label());
        Endpoint endpoint = Endpoint.of(operation);
        // The URL itself can hold a token (delete) or a subject (list).
        String template = "/api/{serviceId}/auth/token/" + endpoint.path()
                + (endpoint.identifier().isEmpty() ? "" : "{" + endpoint.identifier() + "}");
        Attributes ofAttempt = ofCall.toBuilder()
                .put(SpanAttributes.HTTP_REQUEST_METHOD, endpoint.httpMethod())
                .put(SpanAttributes.URL_TEMPLATE, template)
                .put(SpanAttributes.SERVER_ADDRESS, url.getHost())
                .put(SpanAttributes.SERVER_PORT, (long) new RequestPaths(url).port())
                .build();
        return new TracedOperation("authlete " + operation.label(), ofCall, endpoint.httpMethod() + " " + template, ofAttempt);
    }
}

package io.quarkiverse.authlete.runtime.tracing;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.quarkiverse.authlete.TokenOperation;

/**
 * What the spans of one operation of one service have in common.
 *
 * @param callName the name of the span of a call
 * @param callAttributes what is known of a call when it starts
 * @param attemptName the name of the span of an attempt
 * @param attemptAttributes what is known of an attempt when it starts
 */
record TracedOperation(String callName, Attributes callAttributes, String attemptName, Attributes attemptAttributes) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * @param service the name of a service
     * @param url its base URL
     * @return all operations of the service
     */
    static Map<TokenOperation, TracedOperation> all(String service, URI url) {
        Map<TokenOperation, TracedOperation> all = new EnumMap<>(TokenOperation.class);
        for (TokenOperation operation : TokenOperation.values()) {
            all.put(operation, of(service, url, operation));
        }
        return all;
    }

    private static TracedOperation of(String service, URI url, TokenOperation operation) {
        Attributes ofCall = Attributes.of(SpanAttributes.SERVICE, service, SpanAttributes.OPERATION, operation.label());
        HttpRoute route = HttpRoute.of(operation);
        Attributes ofAttempt = ofCall.toBuilder()
                .put(SpanAttributes.HTTP_REQUEST_METHOD, route.method())
                .put(SpanAttributes.URL_TEMPLATE, route.template())
                .put(SpanAttributes.SERVER_ADDRESS, url.getHost())
                .put(SpanAttributes.SERVER_PORT, (long) port(url))
                .build();
        return new TracedOperation("authlete " + operation.label(), ofCall, route.spanName(), ofAttempt);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}

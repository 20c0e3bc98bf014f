package io.quarkiverse.authlete.runtime.restclient;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** What is known of a call of {@code TokenApi} on its way through the REST client. */
final class CallInfo {

    private static final String PROPERTY = CallInfo.class.getName();
    /** A property of MicroProfile REST Client. */
    private static final String METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";
    /** A property of Quarkus. */
    private static final String ARGUMENTS = "io.quarkus.rest.client.invokedMethodParameters";

    private final Endpoint endpoint;
    private final List<?> arguments;
    private String apiToken;
    private String nonce;
    private int status;

    private CallInfo(Endpoint endpoint, List<?> arguments) {
        this.endpoint = endpoint;
        this.arguments = arguments;
    }

    static CallInfo of(ClientRequestContext context) {
        CallInfo known = (CallInfo) context.getProperty(PROPERTY);
        if (known != null) {
            return known;
        }
        CallInfo created = new CallInfo(
                Endpoint.ofMethod(((Method) context.getProperty(METHOD)).getName()),
                (List<?>) context.getProperty(ARGUMENTS));
        context.setProperty(PROPERTY, created);
        return created;
    }

    static CallInfo of(InterceptorContext context) {
        return (CallInfo) context.getProperty(PROPERTY);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    TokenOperation operation() {
        return endpoint.operation();
    }

    /** @return what matters of the request when the call fails; collects its secrets, so not for calls that succeed */
    RequestInfo request() {
        return switch (operation()) {
            case DELETE -> RequestInfo.delete(identifier());
            case CREATE_BATCH -> RequestInfo.batch(batch());
            case LIST, BATCH_STATUS -> RequestInfo.of(operation(), null);
            case CREATE, UPDATE, REVOKE -> RequestInfo.of(operation(), (TokenRequest) arguments.get(1));
        };
    }

    /**
     * Refuses what can't be sent as it is; callers of {@code TokenApi} may pass anything.
     *
     * @return the request as JSON; {@code null} if it has no body
     */
    byte[] checked(RequestValidator validator) {
        validator.serviceId(operation(), serviceId());
        validator.headers(operation(), headers());
        switch (operation()) {
            case DELETE -> validator.delete(identifier());
            case BATCH_STATUS -> validator.batchStatus(identifier());
            default -> {
                // The rest is in the body, if there is one.
            }
        }
        if (operation() == TokenOperation.CREATE_BATCH) {
            return validator.batchBody(batch());
        }
        return arguments.get(1) instanceof TokenRequest request ? validator.body(operation(), request) : null;
    }

    String serviceId() {
        return (String) arguments.get(0);
    }

    /** @return the encoded path below that of the token operations */
    String path() {
        return endpoint.identifier().isEmpty() ? endpoint.path() : endpoint.path() + RequestPaths.encode(identifier());
    }

    private String identifier() {
        return (String) arguments.get(1);
    }

    /** @param nonce the DPoP nonce that goes with the request; {@code null} if none does */
    void authorized(String token, String nonce) {
        this.apiToken = token;
        this.nonce = nonce;
    }

    /** @return the API token that went with the request; {@code null} before that */
    String apiToken() {
        return apiToken;
    }

    String nonce() {
        return nonce;
    }

    void answered(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    @SuppressWarnings("unchecked")
    private List<TokenCreateRequest> batch() {
        return (List<TokenCreateRequest>) arguments.get(2);
    }

    /** @return the headers of the call, may be {@code null} */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> headers() {
        return (Map<String, List<String>>) arguments.get(arguments.size() - 1);
    }
}

package io.quarkiverse.authlete.runtime.restclient;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.ext.InterceptorContext;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** What is known of a call of {@code TokenApi} on its way through the REST client. */
final class CallInfo {

    private static final String PROPERTY = CallInfo.class.getName();

    private final Endpoint endpoint;
    private final TokenOperation operation;
    private final List<?> arguments;
    private String apiToken;
    private int status;

    private CallInfo(Endpoint endpoint, List<?> arguments) {
        this.endpoint = endpoint;
        this.operation = endpoint.operation();
        this.arguments = arguments;
    }

    static CallInfo of(RestClientRequestContext context) {
        CallInfo known = (CallInfo) context.getProperties().get(PROPERTY);
        if (known != null) {
            return known;
        }
        CallInfo created = new CallInfo(
                Endpoint.ofMethod(context.getInvokedMethod().getName()),
                (List<?>) context.getProperties().get(RestClientRequestContext.INVOKED_METHOD_PARAMETERS_PROP));
        context.getProperties().put(PROPERTY, created);
        return created;
    }

    static CallInfo of(InterceptorContext context) {
        return (CallInfo) context.getProperty(PROPERTY);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    TokenOperation operation() {
        return operation;
    }

    /** @return what matters of the request when the call fails; collects its secrets, so not for calls that succeed */
    RequestInfo request() {
        return switch (operation) {
            case LIST, BATCH_STATUS -> RequestInfo.of(operation, null);
            case DELETE -> RequestInfo.delete((String) arguments.get(1));
            case CREATE_BATCH -> RequestInfo.batch(batch());
            case CREATE, UPDATE, REVOKE -> RequestInfo.of(operation, (TokenRequest) arguments.get(1));
        };
    }

    /**
     * Refuses what can't be sent as it is; callers of {@code TokenApi} may pass anything.
     *
     * @return the request as JSON; {@code null} if it has no body
     */
    byte[] checked(RequestValidator validator) {
        validator.serviceId(operation, (String) arguments.get(0));
        validator.headers(operation, headers());
        return switch (operation) {
            case LIST -> null;
            case DELETE -> {
                validator.delete((String) arguments.get(1));
                yield null;
            }
            case CREATE_BATCH -> validator.batchBody(batch());
            case BATCH_STATUS -> {
                validator.batchStatus((String) arguments.get(1));
                yield null;
            }
            case CREATE, UPDATE, REVOKE -> arguments.get(1) == null ? null
                    : validator.body(operation, (TokenRequest) arguments.get(1));
        };
    }

    /** @param token the API token that goes with the request */
    void authorized(String token) {
        this.apiToken = token;
    }

    /** @return the API token that went with the request; {@code null} before that */
    String apiToken() {
        return apiToken;
    }

    /** @param status the HTTP status of the answer */
    void answered(int status) {
        this.status = status;
    }

    /** @return the HTTP status of the answer */
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

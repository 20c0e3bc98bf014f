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
    private final TokenOperation operation;
    private final List<?> arguments;
    private String apiToken;
    private String nonce;
    private int status;

    private CallInfo(Endpoint endpoint, List<?> arguments) {
        this.endpoint = endpoint;
        this.operation = endpoint.operation();
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
        validator.serviceId(operation, serviceId());
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

    String serviceId() {
        return (String) arguments.get(0);
    }

    /** @return the encoded path below that of the token operations */
    String path() {
        return switch (operation) {
            case DELETE, BATCH_STATUS -> endpoint.path() + RequestPaths.encode((String) arguments.get(1));
            case LIST, CREATE, CREATE_BATCH, UPDATE, REVOKE -> endpoint.path();
        };
    }

    /**
     * @param token the API token that goes with the request
     * @param nonce the DPoP nonce that goes with it; {@code null} if none does
     */
    void authorized(String token, String nonce) {
        this.apiToken = token;
        this.nonce = nonce;
    }

    /** @return the API token that went with the request; {@code null} before that */
    String apiToken() {
        return apiToken;
    }

    /** @return the DPoP nonce that went with the request, may be {@code null} */
    String nonce() {
        return nonce;
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

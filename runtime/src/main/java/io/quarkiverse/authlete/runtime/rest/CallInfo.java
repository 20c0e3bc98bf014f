package io.quarkiverse.authlete.runtime.rest;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.ext.InterceptorContext;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.faulttolerance.Attempt;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** What is known of a call of {@code TokenApi} on its way through the REST client. */
final class CallInfo {

    private static final String PROPERTY = CallInfo.class.getName();

    private final TokenOperation operation;
    private final List<?> arguments;
    private String apiToken;
    private int status;
    private ResponseParts laterParts;

    private CallInfo(TokenOperation operation, List<?> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    static CallInfo of(RestClientRequestContext context) {
        CallInfo known = (CallInfo) context.getProperties().get(PROPERTY);
        if (known != null) {
            return known;
        }
        CallInfo created = new CallInfo(
                operation(context.getInvokedMethod().getName()),
                (List<?>) context.getProperties().get(RestClientRequestContext.INVOKED_METHOD_PARAMETERS_PROP));
        context.getProperties().put(PROPERTY, created);
        return created;
    }

    static CallInfo of(InterceptorContext context) {
        return (CallInfo) context.getProperty(PROPERTY);
    }

    /**
     * @return the call whose request is sent and answered on the Vert.x context of this thread; {@code null} if it is unknown
     */
    static CallInfo ofThisContext() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.getLocal(CallInfo.class);
    }

    /** @param context the one that the REST client has made for this request; what it was made from may know another call */
    void putInto(Context context) {
        context.putLocal(CallInfo.class, this);
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
        if (headers() instanceof AttemptHeaders ofAttempt) {
            return ofAttempt.json(); // checked before the first attempt
        }
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

    /** @return the attempt of a facade's call; {@code null} if somebody else has called {@code TokenApi} */
    Attempt attempt() {
        return headers() instanceof AttemptHeaders ofAttempt ? ofAttempt.attempt() : null;
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
        if (attempt() != null) {
            attempt().answered(status);
        }
    }

    /** @return the HTTP status of the answer */
    int status() {
        return status;
    }

    /** @param part a part of the body that the REST client need not have */
    void takeLater(Buffer part) {
        if (laterParts == null) {
            laterParts = new ResponseParts();
        }
        laterParts.take(part);
    }

    /** Nobody will read the body. */
    void dropLaterParts() {
        laterParts = null;
    }

    /**
     * @param first the body that the REST client has, may be {@code null}
     * @return the whole body, to be read once
     */
    InputStream body(InputStream first) {
        InputStream body = laterParts == null ? first : laterParts.after(first);
        laterParts = null;
        return body;
    }

    private static TokenOperation operation(String method) {
        return switch (method) {
            case "list" -> TokenOperation.LIST;
            case "create" -> TokenOperation.CREATE;
            case "createBatch" -> TokenOperation.CREATE_BATCH;
            case "batchStatus" -> TokenOperation.BATCH_STATUS;
            case "update" -> TokenOperation.UPDATE;
            case "delete" -> TokenOperation.DELETE;
            case "revoke" -> TokenOperation.REVOKE;
            default -> throw new IllegalArgumentException("TokenApi has no method " + method);
        };
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

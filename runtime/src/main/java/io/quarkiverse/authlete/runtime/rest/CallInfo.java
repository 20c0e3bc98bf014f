package io.quarkiverse.authlete.runtime.rest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** What the REST client knows of the method of {@code TokenApi} that was called. */
final class CallInfo {

    private final TokenOperation operation;
    private final List<?> arguments;

    private CallInfo(TokenOperation operation, List<?> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    static CallInfo of(RestClientRequestContext context) {
        Method method = context.getInvokedMethod();
        return new CallInfo(operation(method.getName()),
                (List<?>) context.getProperties().get(RestClientRequestContext.INVOKED_METHOD_PARAMETERS_PROP));
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

    /** Refuses what can't be sent as it is; callers of {@code TokenApi} may pass anything. */
    void check(RequestValidator validator) {
        if (headers() instanceof AttemptHeaders) {
            return; // checked before the first attempt
        }
        validator.serviceId(operation, (String) arguments.get(0));
        switch (operation) {
            case LIST -> {
            }
            case DELETE -> validator.delete((String) arguments.get(1));
            case CREATE_BATCH -> validator.batchBody(batch());
            case BATCH_STATUS -> validator.batchStatus((String) arguments.get(1));
            case CREATE, UPDATE, REVOKE -> validator.body(operation, (TokenRequest) arguments.get(1));
        }
        validator.headers(operation, headers());
    }

    private static TokenOperation operation(String method) {
        return switch (method) {
            case "createBatch" -> TokenOperation.CREATE_BATCH;
            case "batchStatus" -> TokenOperation.BATCH_STATUS;
            default -> TokenOperation.valueOf(method.toUpperCase(Locale.ROOT));
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

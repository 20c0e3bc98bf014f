package io.quarkiverse.authlete.runtime.rest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenRequest;

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
        return new CallInfo(TokenOperation.valueOf(method.getName().toUpperCase(Locale.ROOT)),
                (List<?>) context.getProperties().get(RestClientRequestContext.INVOKED_METHOD_PARAMETERS_PROP));
    }

    TokenOperation operation() {
        return operation;
    }

    /** @return the options of the call, may be {@code null} */
    RequestOptions options() {
        return (RequestOptions) arguments.get(arguments.size() - 1);
    }

    /** @return the values in the request that are tokens or may be tokens */
    Set<String> secrets() {
        Object argument = arguments.get(1);
        if (argument instanceof TokenRequest request) {
            return request.secrets();
        }
        return operation == TokenOperation.DELETE && argument != null ? Set.of((String) argument) : Set.of();
    }
}

package io.quarkiverse.authlete.runtime.tracing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;

/**
 * Makes a span of every call and, as its children, one of every attempt. None of them is ever the current span: a call is
 * made on several threads, and attempts would otherwise leave their span behind on one of them.
 */
final class CallTracing implements CallObserver {

    private static final String INSTRUMENTATION = "io.quarkiverse.authlete";

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final ServiceSettingsReader settings;
    private final Map<String, Map<TokenOperation, TracedOperation>> operations = new ConcurrentHashMap<>();

    CallTracing(OpenTelemetry openTelemetry, ServiceSettingsReader settings) {
        this.tracer = openTelemetry.getTracer(INSTRUMENTATION);
        this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
        this.settings = settings;
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        Map<TokenOperation, TracedOperation> all = operations.computeIfAbsent(service, this::operations);
        TracedOperation traced = all.get(operation);
        Context caller = Context.current();
        Span call = tracer.spanBuilder(traced.callName()).setParent(caller).setAllAttributes(traced.callAttributes())
                .startSpan();
        return new TracedCall(tracer, propagator, all, caller.with(call));
    }

    private Map<TokenOperation, TracedOperation> operations(String service) {
        return TracedOperation.all(service, settings.read(service).url());
    }
}

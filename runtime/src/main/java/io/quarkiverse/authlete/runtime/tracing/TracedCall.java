package io.quarkiverse.authlete.runtime.tracing;

import java.util.Map;
import java.util.function.BiConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

/**
 * The spans of one call. A failure is told by its class and its codes only: messages and stack traces have texts of the
 * server in them.
 */
final class TracedCall implements CallObservation {

    private static final int FIRST_ERROR_STATUS = 400;
    /** What the semantic conventions call an error that has no better name. */
    private static final String OTHER_ERROR = "_OTHER";

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final Map<TokenOperation, TracedOperation> operations;
    private final Context call;
    private volatile Context attempt;

    TracedCall(Tracer tracer, TextMapPropagator propagator, Map<TokenOperation, TracedOperation> operations,
            Context call) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.operations = operations;
        this.call = call;
        this.attempt = call;
    }

    @Override
    public void attemptStarted(int number, TokenOperation sent) {
        TracedOperation operation = operations.get(sent);
        SpanBuilder span = tracer.spanBuilder(operation.attemptName()).setParent(call).setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(operation.attemptAttributes());
        if (number > 1) {
            span.setAttribute(SpanAttributes.HTTP_REQUEST_RESEND_COUNT, number - 1L);
        }
        attempt = call.with(span.startSpan());
    }

    @Override
    public void addHeaders(BiConsumer<String, String> headers) {
        propagator.inject(attempt, headers, BiConsumer::accept);
    }

    @Override
    public void attemptEnded(int number, CallResult result) {
        Span span = Span.fromContext(attempt);
        if (span.isRecording()) {
            if (result.status() != null) {
                span.setAttribute(SpanAttributes.HTTP_RESPONSE_STATUS_CODE, (long) result.status());
            }
            boolean httpError = result.status() != null && result.status() >= FIRST_ERROR_STATUS;
            describe(span, result, httpError ? result.status().toString() : exceptionType(result));
        }
        span.end();
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        Span span = Span.fromContext(call);
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.ATTEMPTS, (long) attempts);
            if (result.recovered()) {
                span.setAttribute(SpanAttributes.RECOVERED, true);
            }
            describe(span, result, exceptionType(result));
        }
        span.end();
    }

    private static void describe(Span span, CallResult result, String errorType) {
        span.setAttribute(SpanAttributes.RESULT, result.kind().label());
        if (result.resultCode() != null) {
            span.setAttribute(SpanAttributes.RESULT_CODE, result.resultCode());
        }
        if (result.kind() == Kind.FAILURE) {
            span.setStatus(StatusCode.ERROR).setAttribute(SpanAttributes.ERROR_TYPE, errorType);
        }
        AuthleteException failure = result.failure();
        if (failure != null) {
            span.setAttribute(SpanAttributes.OUTCOME, failure.outcome().name());
        }
    }

    private static String exceptionType(CallResult result) {
        return result.failure() == null ? OTHER_ERROR : result.failure().getClass().getName();
    }
}

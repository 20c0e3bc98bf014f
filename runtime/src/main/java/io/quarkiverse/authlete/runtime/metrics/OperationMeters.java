package io.quarkiverse.authlete.runtime.metrics;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.observation.FailureKind;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** Makes the meters of one operation of one service: their names, descriptions and tags stand here. */
record OperationMeters(MetricsFactory factory, String service, TokenOperation operation) {

    TimeRecorder calls(Kind result) {
        return builder("authlete.client.calls", "Calls and their duration, retries and backoff included")
                .tag("result", result.label()).buildTimer();
    }

    TimeRecorder attempts(Kind result, String status) {
        return builder("authlete.client.attempts", "Requests and their duration, each retry by itself")
                .tag("result", result.label()).tag("status", status).buildTimer();
    }

    LongAdder failures(FailureKind failure, Outcome outcome) {
        return counter(builder("authlete.client.failures", "Calls that failed")
                .tag("failure", failure.label()).tag("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }

    LongAdder retries() {
        return counter(builder("authlete.client.retries", "Requests after the first of a call"));
    }

    /** @return {@code null} if calls of the operation are never recovered */
    LongAdder recovered() {
        return operation != TokenOperation.CREATE ? null
                : counter(builder("authlete.client.recovered", "Creates that succeeded although their answer was lost"));
    }

    LongAdder callsInFlight() {
        LongAdder value = new LongAdder();
        builder("authlete.client.calls.active", "Calls in flight, including those that wait").buildGauge(value, LongAdder::sum);
        return value;
    }

    LongAdder breakerOpened() {
        return counter(builder("authlete.client.circuit.breaker.opened", "How often the circuit breaker has opened"));
    }

    void breakerState(Supplier<Number> state) {
        builder("authlete.client.circuit.breaker.state", "State of the circuit breaker: 0 closed, 1 half-open, 2 open")
                .buildGauge(state);
    }

    private MetricBuilder builder(String name, String description) {
        return factory.builder(name).description(description).tag("service", service).tag("operation", operation.label());
    }

    private static LongAdder counter(MetricBuilder builder) {
        LongAdder value = new LongAdder();
        builder.buildCounter(value, LongAdder::sum);
        return value;
    }
}

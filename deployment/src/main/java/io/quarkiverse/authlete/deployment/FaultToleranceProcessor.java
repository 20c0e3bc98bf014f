package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.AuthleteRecorder;
import io.quarkiverse.authlete.runtime.call.FaultToleranceDefaults;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;

/** Makes the numbers of the annotations on {@code TokenApi} the defaults of the injected clients. */
class FaultToleranceProcessor {

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem defaults(AuthleteRecorder recorder) {
        return SyntheticBeanBuildItem.configure(FaultToleranceDefaults.class)
                .scope(Singleton.class)
                .supplier(recorder.defaults(read()))
                .done();
    }

    static FaultToleranceDefaults read() {
        Timeout timeout = TokenApi.class.getAnnotation(Timeout.class);
        Retry retry = TokenApi.class.getAnnotation(Retry.class);
        CircuitBreaker breaker = TokenApi.class.getAnnotation(CircuitBreaker.class);
        return new FaultToleranceDefaults(millis(timeout.value(), timeout.unit()), retry.maxRetries(),
                millis(retry.delay(), retry.delayUnit()), millis(retry.maxDuration(), retry.durationUnit()),
                breaker.requestVolumeThreshold(), breaker.failureRatio(), millis(breaker.delay(), breaker.delayUnit()),
                breaker.successThreshold());
    }

    private static long millis(long value, ChronoUnit unit) {
        return Duration.of(value, unit).toMillis();
    }
}

package io.quarkiverse.authlete.runtime.tracing;

import java.util.function.Function;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Connects tracing to OpenTelemetry. */
@Recorder
public class TracingRecorder {

    /** A disabled SDK still makes spans and headers, so that it must not be asked for any. */
    public Function<SyntheticCreationalContext<CallObserver>, CallObserver> callTracing(RuntimeValue<Boolean> sdkEnabled) {
        return context -> sdkEnabled.getValue()
                ? new CallTracing(context.getInjectedReference(OpenTelemetry.class),
                        context.getInjectedReference(ServiceSettingsReader.class))
                : (service, operation) -> CallObservation.NOTHING;
    }
}

package io.quarkiverse.authlete.deployment;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.jandex.ClassType;

import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.tracing.TracingRecorder;
import io.quarkus.arc.deployment.OpenTelemetrySdkBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;

/** Traces calls if the application has OpenTelemetry. Its classes are named nowhere else: most applications lack them. */
class TracingProcessor {

    private static final String OPEN_TELEMETRY = "io.opentelemetry.api.OpenTelemetry";

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void tracing(AuthleteBuildTimeConfig config, Optional<OpenTelemetrySdkBuildItem> openTelemetry, TracingRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (config.tracing().enabled()
                && openTelemetry.filter(OpenTelemetrySdkBuildItem::isTracingBuildTimeEnabled).isPresent()) {
            beans.produce(SyntheticBeanBuildItem.configure(CallObserver.class)
                    .scope(Singleton.class)
                    .unremovable()
                    .setRuntimeInit()
                    .addInjectionPoint(ClassType.create(OPEN_TELEMETRY))
                    .addInjectionPoint(ClassType.create(ServiceSettingsReader.class))
                    .createWith(recorder.callTracing(openTelemetry.get().isRuntimeEnabled()))
                    .done());
        }
    }
}

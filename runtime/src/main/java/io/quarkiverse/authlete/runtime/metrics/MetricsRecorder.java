package io.quarkiverse.authlete.runtime.metrics;

import java.util.function.Consumer;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Connects the metrics to the metrics extension of the application. */
@Recorder
public class MetricsRecorder {

    public Consumer<MetricsFactory> meters() {
        return factory -> Arc.container().instance(CallMetrics.class).get().use(factory);
    }
}

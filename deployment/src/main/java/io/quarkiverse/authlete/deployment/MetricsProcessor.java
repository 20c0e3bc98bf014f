package io.quarkiverse.authlete.deployment;

import java.util.Optional;

import io.quarkiverse.authlete.runtime.metrics.CallMetrics;
import io.quarkiverse.authlete.runtime.metrics.MetricsRecorder;
import io.quarkiverse.authlete.runtime.transport.RequestMetrics;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.deployment.metrics.MetricsFactoryConsumerBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Adds metrics to applications that have a metrics extension. */
class MetricsProcessor {

    @BuildStep
    void bean(Optional<MetricsCapabilityBuildItem> metrics, AuthleteBuildTimeConfig config,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excludedTypes) {
        if (metrics.isPresent() && config.metrics().enabled()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(CallMetrics.class));
        } else {
            // The runtime jar has an index, in which all its beans are found.
            excludedTypes.produce(new ExcludedTypeBuildItem(CallMetrics.class.getName()));
        }
    }

    /** Not a matter of configuration: without it the clients of the services have no name in the metrics of HTTP clients. */
    @BuildStep
    void requests(Optional<MetricsCapabilityBuildItem> metrics, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excludedTypes) {
        if (metrics.filter(system -> system.metricsSupported(MetricsFactory.MICROMETER)).isPresent()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(RequestMetrics.class));
        } else {
            excludedTypes.produce(new ExcludedTypeBuildItem(RequestMetrics.class.getName()));
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void meters(Optional<MetricsCapabilityBuildItem> metrics, AuthleteBuildTimeConfig config, MetricsRecorder recorder,
            BuildProducer<MetricsFactoryConsumerBuildItem> consumers) {
        if (metrics.isPresent() && config.metrics().enabled()) {
            consumers.produce(new MetricsFactoryConsumerBuildItem(recorder.meters()));
        }
    }
}

package io.quarkiverse.authlete.deployment;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.authlete.runtime.config.ServicesInUse;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** Adds the readiness check to applications that have the health extension. */
class HealthProcessor {

    /** The check itself needs the health extension, so it is only named here. */
    private static final String PACKAGE = "io.quarkiverse.authlete.runtime.health";
    private static final String CHECKS_OF_EXTENSIONS = "quarkus.smallrye-health.extensions.enabled";

    @BuildStep
    void check(Capabilities capabilities, AuthleteBuildTimeConfig config, BuildProducer<HealthBuildItem> checks,
            BuildProducer<ExcludedTypeBuildItem> excludedTypes) {
        boolean enabled = config.health().enabled() && capabilities.isPresent(Capability.SMALLRYE_HEALTH)
                && ConfigProvider.getConfig().getOptionalValue(CHECKS_OF_EXTENSIONS, Boolean.class).orElse(true);
        checks.produce(new HealthBuildItem(PACKAGE + ".AuthleteHealthCheck", enabled));
        if (!enabled) {
            // The runtime jar has an index, in which all its beans are found.
            excludedTypes.produce(new ExcludedTypeBuildItem(PACKAGE + ".*"));
        }
    }

    @BuildStep
    SyntheticBeanBuildItem servicesInUse(ServicesInUseBuildItem inUse) {
        return SyntheticBeanBuildItem.configure(ServicesInUse.class)
                .scope(Singleton.class)
                .setRuntimeInit()
                .runtimeValue(inUse.services())
                .done();
    }
}

package io.quarkiverse.authlete.deployment;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.runtime.rest.TokenApiListener;
import io.quarkiverse.authlete.runtime.rest.TokenApiProviders;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** Wires the REST client of {@code TokenApi}, and only that one. */
class RestClientProcessor {

    @BuildStep
    ServiceProviderBuildItem listener() {
        return new ServiceProviderBuildItem(RestClientListener.class.getName(), TokenApiListener.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem providers() {
        return AdditionalBeanBuildItem.unremovableOf(TokenApiProviders.class);
    }
}

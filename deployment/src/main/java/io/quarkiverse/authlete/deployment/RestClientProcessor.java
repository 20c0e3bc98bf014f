package io.quarkiverse.authlete.deployment;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.AuthleteRecorder;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.restclient.TokenApiListener;
import io.quarkiverse.authlete.runtime.restclient.TokenApiProviders;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.proxy.deployment.ProxyRegistryBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;

/** Wires the REST client of {@code TokenApi}, and only that one. */
class RestClientProcessor {

    @BuildStep
    ServiceProviderBuildItem listener() {
        return new ServiceProviderBuildItem(RestClientListener.class.getName(), TokenApiListener.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(TokenApiProviders.class, TransportConfigurations.class)
                .setUnremovable().build();
    }

    /**
     * What stands in {@code quarkus.rest-client.providers} could read the API token, or send it elsewhere. A provider cannot be
     * taken away again from a REST client; but the key of the client itself wins, with an empty list.
     */
    @BuildStep
    RunTimeConfigurationDefaultBuildItem noProvidersOfAllRestClients() {
        return new RunTimeConfigurationDefaultBuildItem("quarkus.rest-client.\"" + TokenApi.class.getName() + "\".providers",
                ",");
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkTransport(AuthleteServicesBuildItem services, TlsRegistryBuildItem tls, ProxyRegistryBuildItem proxies,
            AuthleteRecorder recorder) {
        recorder.checkTransport(services.names(), tls.registry(), proxies.registry());
    }
}

package io.quarkiverse.authlete.deployment;

import java.util.List;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.authlete.runtime.AuthleteRecorder;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.restclient.JsonBodyWriter;
import io.quarkiverse.authlete.runtime.restclient.TokenApiListener;
import io.quarkiverse.authlete.runtime.restclient.TokenApiProviders;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.proxy.deployment.ProxyRegistryBuildItem;
import io.quarkus.resteasy.reactive.spi.MessageBodyWriterBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;

/** Wires the REST client of {@code TokenApi}, and only that one. */
class RestClientProcessor {

    /** Known to its writer only. */
    private static final String JSON_BODY = "io.quarkiverse.authlete.runtime.restclient.JsonBody";

    @BuildStep
    ServiceProviderBuildItem listener() {
        return new ServiceProviderBuildItem(RestClientListener.class.getName(), TokenApiListener.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(TokenApiProviders.class, TransportConfigurations.class, JsonBodyWriter.class)
                .setUnremovable().build();
    }

    @BuildStep
    MessageBodyWriterBuildItem writer() {
        return new MessageBodyWriterBuildItem.Builder(JsonBodyWriter.class.getName(), JSON_BODY)
                .setMediaTypeStrings(List.of(MediaType.APPLICATION_JSON)).setRuntimeType(RuntimeType.CLIENT).build();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkTransport(AuthleteServicesBuildItem services, TlsRegistryBuildItem tls, ProxyRegistryBuildItem proxies,
            AuthleteRecorder recorder) {
        recorder.checkTransport(services.names(), tls.registry(), proxies.registry());
    }
}

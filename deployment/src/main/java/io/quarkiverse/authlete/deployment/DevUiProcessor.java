package io.quarkiverse.authlete.deployment;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.devui.DevUiRecorder;
import io.quarkiverse.authlete.runtime.devui.DevUiServices;
import io.quarkiverse.authlete.runtime.devui.FaultsJsonRpc;
import io.quarkiverse.authlete.runtime.devui.ServicesJsonRpc;
import io.quarkiverse.authlete.runtime.devui.TokensJsonRpc;
import io.quarkiverse.authlete.runtime.devui.Traffic;
import io.quarkiverse.authlete.runtime.devui.TrafficJsonRpc;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** The card and the pages of the Dev UI, and what they call. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUiProcessor {

    private static final DotName SINGLETON = DotName.createSimple(Singleton.class);

    @BuildStep
    CardPageBuildItem pages(Optional<EmulatedServicesBuildItem> emulated) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.setCustomCard("qwc-authlete-card.js");
        card.addPage(Page.webComponentPageBuilder().title("Tokens").icon("font-awesome-solid:key")
                .componentLink("qwc-authlete-tokens.js"));
        card.addPage(Page.webComponentPageBuilder().title("Traffic").icon("font-awesome-solid:right-left")
                .componentLink("qwc-authlete-traffic.js"));
        if (!EmulatedServicesBuildItem.names(emulated).isEmpty()) {
            card.addPage(Page.webComponentPageBuilder().title("Faults").icon("font-awesome-solid:bolt")
                    .componentLink("qwc-authlete-faults.js"));
        }
        return card;
    }

    @BuildStep
    void jsonRpc(BuildProducer<JsonRPCProvidersBuildItem> providers, BuildProducer<AdditionalBeanBuildItem> beans) {
        providers.produce(new JsonRPCProvidersBuildItem(ServicesJsonRpc.class));
        providers.produce(new JsonRPCProvidersBuildItem(TokensJsonRpc.class));
        providers.produce(new JsonRPCProvidersBuildItem(TrafficJsonRpc.class));
        providers.produce(new JsonRPCProvidersBuildItem(FaultsJsonRpc.class));
        beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(Traffic.class).setDefaultScope(SINGLETON)
                .setUnremovable().build());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem services(AuthleteServicesBuildItem injected, Optional<EmulatedServicesBuildItem> emulated,
            DevUiRecorder recorder) {
        return SyntheticBeanBuildItem.configure(DevUiServices.class)
                .scope(Singleton.class)
                .addInjectionPoint(ClassType.create(ServiceSettingsReader.class))
                .setRuntimeInit()
                .createWith(recorder.services(injected.names(), EmulatedServicesBuildItem.names(emulated)))
                .done();
    }
}

package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.AuthleteRecorder;
import io.quarkiverse.authlete.runtime.audit.AuditTrail;
import io.quarkiverse.authlete.runtime.audit.Caller;
import io.quarkiverse.authlete.runtime.bulk.BulkRuns;
import io.quarkiverse.authlete.runtime.client.AuthleteServices;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkiverse.authlete.runtime.observation.AccessLog;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.observation.DeadServerLog;
import io.quarkiverse.authlete.runtime.observation.Listeners;
import io.quarkiverse.authlete.runtime.transport.TransportFactory;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.logging.LoggingSetupBuildItem;

/** Makes the token operations of every service in use injectable. */
class TokenOperationsProcessor {

    static final String FEATURE = "authlete";

    private static final DotName SERVICE_NAME = DotName.createSimple(AuthleteServiceName.class);
    private static final DotName TOKEN_SERVICES = DotName.createSimple(TokenServices.class);
    private static final Set<DotName> CLIENT_TYPES = Set.of(DotName.createSimple(TokenOperations.class),
            DotName.createSimple(ReactiveTokenOperations.class), DotName.createSimple(TokenApi.class),
            // A test that injects the handle of a service's emulator wants one.
            DotName.createSimple(AuthleteEmulator.class));

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(AuthleteServices.class, ApiTokenLookup.class, AuthleteServiceName.class,
                        CallObservers.class, Listeners.class, AuditTrail.class, Caller.class, AccessLog.class,
                        DeadServerLog.class, BulkRuns.class,
                        TransportFactory.class)
                .setUnremovable()
                .build();
    }

    /** They are looked up for the services that are in use, so nothing injects them. */
    @BuildStep
    UnremovableBeanBuildItem beansOfTheApplication() {
        return UnremovableBeanBuildItem.beanTypes(ApiTokenProvider.class, CredentialsProvider.class, TokenCallListener.class);
    }

    @BuildStep
    AuthleteServicesBuildItem servicesInUse(BeanDiscoveryFinishedBuildItem beans) {
        Set<String> names = new TreeSet<>();
        boolean lookedUp = false;
        for (InjectionPointInfo injectionPoint : beans.getInjectionPoints()) {
            lookedUp |= injectionPoint.getRequiredType().name().equals(TOKEN_SERVICES);
            if (CLIENT_TYPES.contains(injectionPoint.getRequiredType().name())) {
                AnnotationInstance name = injectionPoint.getRequiredQualifier(SERVICE_NAME);
                names.add(name == null ? DEFAULT_SERVICE : name.value().asString());
            }
        }
        names.forEach(ServiceNameCheck::check);
        return new AuthleteServicesBuildItem(names, lookedUp);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    ServicesInUseBuildItem servicesInUse(AuthleteServicesBuildItem services, AuthleteRecorder recorder) {
        return new ServicesInUseBuildItem(recorder.servicesInUse(services.names(), services.lookedUp()));
    }

    /**
     * A name of a service cannot be read out of an environment variable, where dashes and upper case are lost. If it is
     * among the properties already, its variables are found.
     */
    @BuildStep
    void namesForTheEnvironment(AuthleteServicesBuildItem services,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        services.names().forEach(name -> defaults
                .produce(new RunTimeConfigurationDefaultBuildItem(property(name, "allow-plain-http"), "false")));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void operations(AuthleteServicesBuildItem services, ServicesInUseBuildItem inUse, AuthleteRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        recorder.check(inUse.services());
        beans.produce(SyntheticBeanBuildItem.configure(ServiceSettingsReader.class)
                .scope(Singleton.class)
                .unremovable()
                .setRuntimeInit()
                .supplier(recorder.settingsReader())
                .done());
        Set<String> names = new TreeSet<>(services.names());
        names.add(DEFAULT_SERVICE);
        for (String name : names) {
            beans.produce(bean(TokenOperations.class, name, recorder.blocking(name), recorder));
            beans.produce(bean(ReactiveTokenOperations.class, name, recorder.reactive(name), recorder));
        }
        beans.produce(SyntheticBeanBuildItem.configure(TokenServices.class)
                .scope(ApplicationScoped.class)
                .setRuntimeInit()
                .createWith(recorder.byName())
                .done());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(LoggingSetupBuildItem.class)
    void logServices(ServicesInUseBuildItem inUse, Optional<EmulatedServicesBuildItem> emulated,
            AuthleteRecorder recorder) {
        recorder.log(inUse.services(), EmulatedServicesBuildItem.names(emulated));
    }

    private static <T> SyntheticBeanBuildItem bean(Class<T> type, String service,
            Function<SyntheticCreationalContext<T>, T> creator, AuthleteRecorder recorder) {
        return SyntheticBeanBuildItem.configure(type)
                // A proxy, so that a client is made on first use and not when the application starts.
                .scope(ApplicationScoped.class)
                .addQualifier(qualifier(service))
                .setRuntimeInit()
                .checkActive(recorder.active(service))
                .createWith(creator)
                .done();
    }

    private static AnnotationInstance qualifier(String service) {
        return service.equals(DEFAULT_SERVICE) ? AnnotationInstance.builder(Default.class).build()
                : AnnotationInstance.create(SERVICE_NAME, null,
                        new AnnotationValue[] { AnnotationValue.createStringValue("value", service) });
    }
}

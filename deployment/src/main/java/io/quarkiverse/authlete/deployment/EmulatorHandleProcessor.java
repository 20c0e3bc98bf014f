package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.runtime.devui.DevUiRecorder;
import io.quarkiverse.authlete.runtime.emulator.EmulatorRecorder;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem.ExtendedBeanConfigurator;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.RemovedResourceBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.deployment.pkg.builditem.UberJarIgnoredResourceBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;

/** Makes the handle of the emulator injectable in dev and test mode, and keeps it out of production. */
class EmulatorHandleProcessor {

    private static final DotName HANDLE = DotName.createSimple(AuthleteEmulator.class);
    private static final Set<String> PACKAGES = Set.of(directory(AuthleteEmulator.class), directory(EmulatorRecorder.class),
            directory(DevUiRecorder.class));

    @BuildStep(onlyIfNot = IsProduction.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void handles(AuthleteServicesBuildItem usedServices, Optional<EmulatedServicesBuildItem> emulated,
            EmulatorRecorder recorder, BuildProducer<SyntheticBeanBuildItem> beans) {
        Set<String> emulatedNames = EmulatedServicesBuildItem.names(emulated);
        Set<String> names = new TreeSet<>(usedServices.names());
        names.addAll(emulatedNames);
        names.add(DEFAULT_SERVICE);
        for (String name : names) {
            ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.configure(AuthleteEmulator.class)
                    .scope(Singleton.class)
                    .addQualifier(qualifier(name))
                    // Tools look it up.
                    .unremovable()
                    .setRuntimeInit()
                    .createWith(recorder.handle(name));
            if (!emulatedNames.contains(name)) {
                bean.checkActive(recorder.inactive(reason(name, emulated.isPresent())));
            }
            beans.produce(bean.done());
        }
    }

    /** An uber-jar takes no notice of removed resources, and has build items of its own. */
    @BuildStep(onlyIf = IsProduction.class)
    void remove(CurateOutcomeBuildItem application, BuildProducer<RemovedResourceBuildItem> removed,
            BuildProducer<UberJarIgnoredResourceBuildItem> removedFromUberJar) {
        for (ResolvedDependency dependency : application.getApplicationModel().getRuntimeDependencies()) {
            Set<String> classes = new TreeSet<>();
            if (dependency.getArtifactId().equals("quarkus-authlete")) {
                dependency.getContentTree().walk(visit -> {
                    String path = visit.getRelativePath("/");
                    if (PACKAGES.stream().anyMatch(path::startsWith) && path.endsWith(".class")) {
                        classes.add(path);
                    }
                });
            }
            if (!classes.isEmpty()) {
                removed.produce(new RemovedResourceBuildItem(dependency.getKey(), classes));
                classes.forEach(path -> removedFromUberJar.produce(new UberJarIgnoredResourceBuildItem(path)));
            }
        }
    }

    /** Before the beans are complete: the container would only say that there is no such bean. */
    @BuildStep(onlyIf = IsProduction.class)
    void refuse(BeanDiscoveryFinishedBuildItem beans, BuildProducer<SyntheticBeanBuildItem> before) {
        Set<String> injectionPoints = beans.getInjectionPoints().stream()
                .filter(injectionPoint -> injectionPoint.getRequiredType().name().equals(HANDLE))
                .map(injectionPoint -> injectionPoint.getTargetInfo()).collect(Collectors.toCollection(TreeSet::new));
        if (!injectionPoints.isEmpty()) {
            throw new DeploymentException(HANDLE + " is injected at " + String.join(", ", injectionPoints)
                    + ", but there is no emulator in production: the packaged application does not even have the class."
                    + " Inject it in tests (src/test) only, and remove it from the classes of the application.");
        }
    }

    private static String reason(String name, boolean devServices) {
        String service = name.equals(DEFAULT_SERVICE) ? "the default Authlete service"
                : "the Authlete service \"" + name + "\"";
        return "No emulator stands in for " + service + ", because " + (devServices
                ? property(name, "url") + " or " + property(name, "region") + " is set for this mode. Remove it, or set it for"
                        + " another profile only, such as %prod."
                : "dev services are turned off by quarkus.authlete.devservices.enabled or quarkus.devservices.enabled.");
    }

    private static AnnotationInstance qualifier(String service) {
        return service.equals(DEFAULT_SERVICE) ? AnnotationInstance.builder(Default.class).build()
                : AnnotationInstance.builder(AuthleteServiceName.class).value(service).build();
    }

    private static String directory(Class<?> type) {
        return type.getPackageName().replace('.', '/') + "/";
    }
}

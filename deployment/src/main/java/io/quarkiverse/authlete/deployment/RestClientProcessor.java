package io.quarkiverse.authlete.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.AuthleteRecorder;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.restclient.TokenApiFactory;
import io.quarkiverse.authlete.runtime.restclient.TokenApiListener;
import io.quarkiverse.authlete.runtime.restclient.TokenApiProviders;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.index.IndexingUtil;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.quarkus.paths.OpenPathTree;
import io.quarkus.proxy.deployment.ProxyRegistryBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;

/** Wires the REST client of {@code TokenApi}, and only that one. */
@BuildSteps(onlyIf = RestClientProcessor.NoRestEasyClassic.class)
class RestClientProcessor {

    private static final DotName TOKEN_API = DotName.createSimple(TokenApi.class);
    private static final ArtifactKey EXTENSION = ArtifactKey.of("io.quarkiverse.authlete", "quarkus-authlete",
            ArtifactCoords.DEFAULT_CLASSIFIER, ArtifactCoords.TYPE_JAR);
    private static final DotName TOKEN_API_FACTORY = DotName.createSimple(TokenApiFactory.class);

    /**
     * The index of this extension has no {@code TokenApi}. An application that does not name it has no REST client of it, and
     * no guards by its annotations, which would cost each start more than all else of this extension.
     */
    @BuildStep
    void register(ApplicationArchivesBuildItem archives, CurateOutcomeBuildItem application,
            BuildProducer<AdditionalIndexedClassesBuildItem> indexed, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> noBeans, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults)
            throws IOException {
        if (archives.getAllApplicationArchives().stream().map(ApplicationArchive::getIndex)
                .noneMatch(RestClientProcessor::isUsedIn) && !isUsedInLibrary(application.getApplicationModel())) {
            noBeans.produce(new ExcludedTypeBuildItem(TokenApiProviders.class.getName()));
            return;
        }
        indexed.produce(new AdditionalIndexedClassesBuildItem(TokenApi.class.getName()));
        beans.produce(AdditionalBeanBuildItem.builder()
                .addBeanClasses(TokenApiFactory.class, TokenApiProviders.class)
                .setUnremovable().build());
        // What stands in quarkus.rest-client.providers could read the API token, or send it elsewhere. A provider cannot be
        // taken away again from a REST client; but the key of the client itself wins, with an empty list.
        defaults.produce(new RunTimeConfigurationDefaultBuildItem(
                "quarkus.rest-client.\"" + TokenApi.class.getName() + "\".providers", ","));
    }

    /** Superclasses of beans, beans of other extensions, and code without beans need no index of Quarkus. */
    static boolean isUsedInLibrary(ApplicationModel application) throws IOException {
        for (ResolvedDependency library : dependents(application)) {
            try (OpenPathTree classes = library.getContentTree().open()) {
                if (isUsedIn(IndexingUtil.indexTree(classes, null))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What needs this extension, directly or not: nothing, in most applications. */
    private static List<ResolvedDependency> dependents(ApplicationModel application) {
        List<ResolvedDependency> dependents = new ArrayList<>();
        Set<ArtifactKey> keys = new HashSet<>(Set.of(EXTENSION));
        for (int before = 0; before < keys.size();) {
            before = keys.size();
            for (ResolvedDependency library : application.getRuntimeDependencies()) {
                if (library.getDependencies().stream().anyMatch(on -> keys.contains(on.getKey()))
                        && keys.add(library.getKey())) {
                    dependents.add(library);
                }
            }
        }
        return dependents;
    }

    static boolean isUsedIn(IndexView index) {
        return !index.getKnownUsers(TOKEN_API).isEmpty() && index.getClassByName(TOKEN_API_FACTORY) == null;
    }

    @BuildStep
    ServiceProviderBuildItem listener() {
        return new ServiceProviderBuildItem(RestClientListener.class.getName(), TokenApiListener.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem transportConfigurations() {
        return new AdditionalBeanBuildItem(TransportConfigurations.class);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkTransport(ServicesInUseBuildItem inUse, TlsRegistryBuildItem tls, ProxyRegistryBuildItem proxies,
            AuthleteRecorder recorder) {
        recorder.checkTransport(inUse.services(), tls.registry(), proxies.registry());
    }

    /** A condition, because with both REST clients the build ends before its first step, and tells only of build items. */
    static final class NoRestEasyClassic implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            if (QuarkusClassLoader.isClassPresentAtRuntime("io.quarkus.resteasy.common.runtime.ResteasyCommonConfig")) {
                throw new DeploymentException("quarkus-authlete needs the client of Quarkus REST, which cannot be in one"
                        + " application with RESTEasy Classic. Use quarkus-rest in place of quarkus-resteasy, and"
                        + " quarkus-rest-client in place of quarkus-resteasy-client; the same goes for extensions named after"
                        + " them, such as quarkus-resteasy-jackson. They may come with another extension:"
                        + " ./mvnw dependency:tree -Dincludes=io.quarkus:quarkus-resteasy*");
            }
            return true;
        }
    }
}

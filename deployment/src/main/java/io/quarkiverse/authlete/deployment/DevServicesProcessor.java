package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jboss.logging.Logger;

import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.EmulatorDevService;
import io.quarkiverse.authlete.runtime.config.AuthleteProperties;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;

/** Starts the emulator for the services that are not configured, and configures them with it. */
@BuildSteps(onlyIf = { IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class,
        DevServicesProcessor.Enabled.class })
class DevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(DevServicesProcessor.class);

    @BuildStep
    void watchSeed(AuthleteBuildTimeConfig config, CurateOutcomeBuildItem application,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watchedFiles) {
        config.devservices().seed().ifPresent(location -> {
            watchedFiles.produce(new HotDeploymentWatchedFileBuildItem(location));
            watchedFiles.produce(new HotDeploymentWatchedFileBuildItem(path(location, application).toString()));
        });
    }

    @BuildStep
    EmulatedServicesBuildItem emulatedServices(AuthleteServicesBuildItem usedServices, AuthleteBuildTimeConfig config) {
        return new EmulatedServicesBuildItem(emulatedServices(usedServices, config.devservices().serviceId()));
    }

    @BuildStep
    void emulator(EmulatedServicesBuildItem emulated, AuthleteBuildTimeConfig config, LaunchModeBuildItem launchMode,
            CurateOutcomeBuildItem application, BuildProducer<DevServicesResultBuildItem> devServices) {
        List<DevService> services = emulated.services();
        if (services.isEmpty()) {
            return;
        }
        Optional<SeedSource> seed = config.devservices().seed().map(location -> SeedSource.read(location,
                Thread.currentThread().getContextClassLoader(), path(location, application)));
        // Continuous testing: the port is taken by the emulator of dev mode.
        EmulatorConfig emulator = new EmulatorConfigFactory(config.devservices())
                .create(services, !launchMode.isAuxiliaryApplication(), seed);
        StartupMessage message = new StartupMessage(services);
        devServices.produce(DevServicesResultBuildItem.<EmulatorDevService> owned()
                .feature(TokenOperationsProcessor.FEATURE)
                .description("Emulator of the Authlete token-management API")
                // Compared with that of the running emulator, over live reloads: only types of the JDK compare as equal there.
                .serviceConfig(List.of(emulator.toString(), seed.map(SeedSource::text).orElse(""),
                        services.stream().map(service -> List.of(service.name(), service.apiToken())).toList()))
                .startable(() -> new EmulatorDevService(emulator))
                .postStartHook(started -> LOG.info(message.text(started.getConnectionInfo())))
                .configProvider(properties(services))
                .build());
    }

    private static List<DevService> emulatedServices(AuthleteServicesBuildItem used, String defaultServiceId) {
        Config config = ConfigProvider.getConfig();
        Set<String> names = new TreeSet<>(used.names());
        if (used.lookedUp()) {
            config.getPropertyNames().forEach(property -> AuthleteProperties.service(property).ifPresent(names::add));
        }
        if (names.isEmpty()) {
            names.add(DEFAULT_SERVICE);
        }
        return names.stream().filter(name -> DevService.isEmulated(name, config))
                .map(name -> DevService.of(name, defaultServiceId, config)).toList();
    }

    private static Map<String, Function<EmulatorDevService, String>> properties(List<DevService> services) {
        Map<String, Function<EmulatorDevService, String>> properties = new HashMap<>();
        for (DevService service : services) {
            properties.put(property(service.name(), "url"), EmulatorDevService::getConnectionInfo);
            properties.put(property(service.name(), "service-id"), emulator -> service.serviceId());
            // The user's own is never handed on: the Dev UI shows what dev services provide.
            if (!service.apiTokenConfigured()) {
                properties.put(property(service.name(), "service-access-token"), emulator -> service.apiToken());
            }
        }
        Set.copyOf(properties.keySet()).stream().filter(DevServicesProcessor::isSetToNothing)
                .forEach(name -> properties.put(AuthleteProperties.inPlaceOfBlank(name), properties.get(name)));
        return properties;
    }

    private static boolean isSetToNothing(String property) {
        ConfigValue value = ConfigProvider.getConfig().getConfigValue(property);
        return value.getSourceName() != null && (value.getValue() == null || value.getValue().isBlank());
    }

    /** Dev mode runs in the build directory, so a relative path is not meant to start there. */
    private static Path path(String location, CurateOutcomeBuildItem application) {
        WorkspaceModule module = application.getApplicationModel().getApplicationModule();
        Path project = module == null ? Path.of("").toAbsolutePath() : module.getModuleDir().toPath();
        return project.resolve(location).normalize();
    }

    static final class Enabled implements BooleanSupplier {

        private final AuthleteBuildTimeConfig config;

        Enabled(AuthleteBuildTimeConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return config.devservices().enabled();
        }
    }
}

package io.quarkiverse.authlete.runtime.emulator;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Makes the handles of the emulator. Like these, it is not in a packaged application. */
@Recorder
public class EmulatorRecorder {

    public Function<SyntheticCreationalContext<AuthleteEmulator>, AuthleteEmulator> handle(String service) {
        return context -> AuthleteEmulator.of(configured(service), service);
    }

    public Supplier<ActiveResult> inactive(String reason) {
        return () -> ActiveResult.inactive(reason);
    }

    private static Map<String, String> configured(String service) {
        Config config = ConfigProvider.getConfig();
        return Stream.of("url", "service-id").map(key -> AuthleteRuntimeConfig.property(service, key))
                .filter(property -> config.getOptionalValue(property, String.class).isPresent())
                .collect(Collectors.toMap(Function.identity(), property -> config.getValue(property, String.class)));
    }
}

package io.quarkiverse.authlete.runtime.devui;

import java.util.Set;
import java.util.function.Function;

import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Hands what is known at build time to the Dev UI. */
@Recorder
public class DevUiRecorder {

    public Function<SyntheticCreationalContext<DevUiServices>, DevUiServices> services(Set<String> injected,
            Set<String> emulated) {
        return context -> new DevUiServices(injected, emulated,
                context.getInjectedReference(ServiceSettingsReader.class));
    }
}

package io.quarkiverse.authlete.deployment;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings that are read when the application is built. */
@ConfigMapping(prefix = "quarkus.authlete")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface AuthleteBuildTimeConfig {

    /**
     * Dev Services: the emulator of the Authlete API.
     */
    DevServices devservices();

    /** Settings of the emulator. */
    @ConfigGroup
    interface DevServices {

        /**
         * Whether an emulator of the Authlete API is started in dev and test mode, for every service that has neither a
         * `region` nor a `url`.
         */
        @WithDefault("true")
        boolean enabled();
    }
}

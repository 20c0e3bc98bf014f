package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.quarkiverse.authlete.deployment.devservice.DpopMode;
import io.quarkiverse.authlete.deployment.devservice.GrantType;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
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

    /**
     * OpenTelemetry tracing.
     */
    Tracing tracing();

    /** Settings of tracing. */
    @ConfigGroup
    interface Tracing {

        /**
         * Whether the calls are traced, if the application has the extension `quarkus-opentelemetry` and its tracing is
         * enabled.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /**
     * The readiness check, if the application has the extension `quarkus-smallrye-health`.
     */
    Health health();

    /**
     * Metrics, if the application has a metrics extension such as `quarkus-micrometer-registry-prometheus`.
     */
    Metrics metrics();

    /** Settings of the readiness check. */
    @ConfigGroup
    interface Health {

        /**
         * Whether there is a readiness check for the Authlete services.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Settings of the metrics. */
    @ConfigGroup
    interface Metrics {

        /**
         * Whether there are metrics of the calls.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Settings of the emulator. */
    @ConfigGroup
    interface DevServices {

        /**
         * Whether an emulator of the Authlete API is started in dev and test mode, for every service that has neither a
         * `region` nor a `url`.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * The port on which the emulator listens; 0 for any free one. Tests that run beside dev mode (continuous testing)
         * always take a free port, for they have an emulator of their own.
         */
        @WithDefault("0")
        int port();

        /**
         * The ID of the default service, unless `quarkus.authlete.service-id` is set. The ID of a named service is made from
         * its name.
         */
        @WithDefault("1000")
        String serviceId();

        /**
         * The IDs of the clients that belong to the emulated services. By default any positive number does.
         */
        Optional<Set<Long>> clients();

        /**
         * The IDs of clients that belong to the emulated services and are locked: no token can be created for them, and their
         * tokens can't be listed.
         */
        Optional<Set<Long>> lockedClients();

        /**
         * The scopes that the emulated services support. By default they support any.
         */
        Optional<Set<String>> scopes();

        /**
         * The attributes of scopes.
         */
        @ConfigDocMapKey("scope")
        Map<String, ScopeAttributes> scopeAttributes();

        /**
         * The grant types that the emulated services have enabled; a create with another one is refused. Without
         * `refresh-token` there are no refresh tokens. By default all are enabled.
         */
        Optional<Set<GrantType>> grantTypes();

        /**
         * How many tokens a list may ask for at once. One that asks for more is refused, as by Authlete.
         */
        @WithDefault("20")
        int maxPageSize();

        /**
         * Whether the emulated services issue access tokens as JWTs. They are not signed.
         */
        @WithDefault("false")
        boolean jwtAccessTokens();

        /**
         * How long an access token lives if neither the request that creates it nor a scope says so; whole seconds.
         */
        @WithDefault("1H")
        Duration accessTokenDuration();

        /**
         * How long a refresh token lives if neither the request that creates it nor a scope says so; whole seconds.
         */
        @WithDefault("24H")
        Duration refreshTokenDuration();

        /**
         * How long the emulator holds back every answer, to see how the application behaves with a slow server.
         */
        @WithDefault("0S")
        Duration latency();

        /**
         * How many requests per second each emulated service answers. Any more get the status 429 with `RateLimit-Reset: 1`.
         * By default there is no limit.
         */
        OptionalInt rateLimit();

        /**
         * A JSON file with clients and tokens that are there when the emulator starts: a resource on the class path, or else
         * a path, absolute or relative to the directory of the project. In dev mode, a change of the file starts the
         * emulator anew.
         */
        Optional<String> seed();

        /**
         * Whether the API token must come with a DPoP proof (RFC 9449) or may also be a Bearer token. A proof is checked in
         * any case.
         */
        @WithDefault("accepted")
        DpopMode dpop();

        /**
         * Whether a DPoP proof must have the nonce that the emulator has supplied; there is a new one each minute.
         */
        @WithDefault("false")
        boolean dpopNonce();
    }

    /** Attributes of a scope. */
    @ConfigGroup
    interface ScopeAttributes {

        /**
         * How long an access token with the scope lives if the request that creates it does not say so; whole seconds. The
         * shortest duration of its scopes counts. It is Authlete's scope attribute `access_token.duration`.
         */
        Optional<Duration> accessTokenDuration();

        /**
         * The same for refresh tokens: Authlete's scope attribute `refresh_token.duration`.
         */
        Optional<Duration> refreshTokenDuration();
    }
}

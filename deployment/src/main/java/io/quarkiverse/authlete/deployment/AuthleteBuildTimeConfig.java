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
         * Whether calls are traced. This needs the extension `quarkus-opentelemetry`, with tracing enabled.
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
         * Whether the application has a readiness check for the Authlete services.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Settings of the metrics. */
    @ConfigGroup
    interface Metrics {

        /**
         * Whether the application has metrics of the calls.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Settings of the emulator. */
    @ConfigGroup
    interface DevServices {

        /**
         * Whether to start the emulator of the Authlete API in dev and test mode, for each service without `region` and `url`.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * The port of the emulator; 0 for any free port. Continuous testing always uses a free port, because it starts an
         * emulator of its own.
         */
        @WithDefault("0")
        int port();

        /**
         * The ID of the default service in the emulator, unless `quarkus.authlete.service-id` is set. The ID of a named service
         * is derived from its name.
         */
        @WithDefault("1000")
        String serviceId();

        /**
         * The IDs of the clients that exist. By default, each positive number is a client.
         */
        Optional<Set<Long>> clients();

        /**
         * The IDs of clients that exist and are locked: their tokens can be neither created nor listed.
         */
        Optional<Set<Long>> lockedClients();

        /**
         * The scopes that the services support. By default, all scopes are supported.
         */
        Optional<Set<String>> scopes();

        /**
         * The attributes of scopes.
         */
        @ConfigDocMapKey("scope")
        Map<String, ScopeAttributes> scopeAttributes();

        /**
         * The grant types that the services have enabled. A create with another grant type is refused; without `refresh-token`,
         * no refresh tokens are issued. By default, all are enabled.
         */
        Optional<Set<GrantType>> grantTypes();

        /**
         * The maximum number of tokens that a list may ask for. As with Authlete, a list that asks for more is refused.
         */
        @WithDefault("20")
        int maxPageSize();

        /**
         * Whether access tokens are JWTs. They are not signed.
         */
        @WithDefault("false")
        boolean jwtAccessTokens();

        /**
         * The lifetime of access tokens, in whole seconds, if neither the create nor a scope sets one.
         */
        @WithDefault("1H")
        Duration accessTokenDuration();

        /**
         * The lifetime of refresh tokens, in whole seconds, if neither the create nor a scope sets one.
         */
        @WithDefault("24H")
        Duration refreshTokenDuration();

        /**
         * The delay of every answer, to test an application with a slow server.
         */
        @WithDefault("0S")
        Duration latency();

        /**
         * The maximum number of requests per second to each service. Further requests get the status 429 with
         * `RateLimit-Reset: 1`. By default, there is no limit.
         */
        OptionalInt rateLimit();

        /**
         * A JSON file with the clients and tokens with which the emulator starts: a resource on the class path, or else a path,
         * absolute or relative to the directory of the project. In dev mode, a change of the file restarts the emulator.
         */
        Optional<String> seed();

        /**
         * Whether the API token needs a DPoP proof (RFC 9449), or may also be a Bearer token. A proof is always checked.
         */
        @WithDefault("accepted")
        DpopMode dpop();

        /**
         * Whether a DPoP proof must contain the nonce of the emulator, which changes every minute.
         */
        @WithDefault("false")
        boolean dpopNonce();
    }

    /** Attributes of a scope. */
    @ConfigGroup
    interface ScopeAttributes {

        /**
         * The lifetime of access tokens with the scope, in whole seconds, if the create sets none. The shortest lifetime of all
         * scopes of a token counts. It is Authlete's scope attribute `access_token.duration`.
         */
        Optional<Duration> accessTokenDuration();

        /**
         * The same for refresh tokens: Authlete's scope attribute `refresh_token.duration`.
         */
        Optional<Duration> refreshTokenDuration();
    }
}

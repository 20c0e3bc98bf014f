package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Settings of one Authlete service. */
@ConfigGroup
public interface ServiceConfig {

    /**
     * The shared cluster of Authlete that hosts the service. Not needed if `url` is set.
     */
    Optional<Region> region();

    /**
     * The base URL of a dedicated or on-premises Authlete server; it may have a path prefix. Wins over `region`.
     */
    Optional<String> url();

    /**
     * Whether `url` may be plain http to another machine, so that the API token and all issued tokens travel unencrypted.
     */
    @WithDefault("false")
    boolean allowPlainHttp();

    /**
     * The ID of the service in Authlete.
     */
    Optional<String> serviceId();

    /**
     * The API token: a service access token, or an organization token. The default service falls back to the environment
     * variables `AUTHLETE_BEARER` and `AUTHLETE_AUTHLETE`, in this order.
     */
    Optional<String> serviceAccessToken();

    /**
     * Headers to send with every request. Headers that the client sets itself, such as `Authorization`, are refused.
     */
    @ConfigDocMapKey("header-name")
    Map<String, String> headers();

    /**
     * How long opening a connection may take.
     */
    @WithDefault("5S")
    Duration connectTimeout();

    /**
     * How long the server may be silent while a connection or an answer is awaited. It starts anew with every piece of
     * the answer that arrives.
     */
    @WithDefault("10S")
    Duration readTimeout();

    /**
     * How many connections may be open at a time. Further calls wait for one to become free.
     */
    @WithDefault("50")
    int maxConnections();

    /**
     * How long an unused connection stays open, rounded down to seconds. Keep it below the idle timeout of the server and of
     * what stands before it.
     */
    @WithDefault("30S")
    Duration connectionTtl();

    /**
     * The `User-Agent` header.
     */
    @WithDefault("quarkus-authlete")
    String userAgent();
}

package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
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
     * The TLS configuration for connections to the server: `x` for the one in `quarkus.tls."x".*`. Its trust store must have
     * the
     * CA of the server; its key store may have a client certificate. Without it, the CAs of the JDK are trusted and there is
     * no client certificate.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The HTTP proxy to connect through: `x` for the one in `quarkus.proxy."x".*`, or `none` for no proxy. Without it, the
     * one in `quarkus.proxy.*` is used, if there is one.
     */
    Optional<String> proxyConfigurationName();

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
     * How long opening a connection may take, and once more the TLS handshake.
     */
    @WithDefault("5s")
    Duration connectTimeout();

    /**
     * How long a request may wait for a connection that is in use, and then for the beginning of its answer. The rest of the
     * answer is bounded by `attempt-timeout`.
     */
    @WithDefault("5s")
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
    @WithDefault("30s")
    Duration connectionTtl();

    /**
     * The largest answer that is read. A page of 20 tokens takes about 10 KiB.
     */
    @WithDefault("16M")
    MemorySize maxResponseSize();

    /**
     * The `User-Agent` header.
     */
    @WithDefault("quarkus-authlete")
    String userAgent();

    /**
     * A CDI bean or named provider of `io.quarkus.credentials.CredentialsProvider` that supplies the API token, under the key
     * `password`, in place of `service-access-token`. This is the name that the provider is asked for.
     */
    Optional<String> credentialsProvider();

    /**
     * The bean name of the credentials provider, needed if there are several.
     */
    Optional<String> credentialsProviderName();

    /**
     * DPoP (RFC 9449): the API token is sent with a proof that the sender has the private key to which it is bound. Off if no
     * key is configured.
     */
    DpopConfig dpop();

    /**
     * How long a call may take in all, retries and the pauses between them included.
     */
    @ConfigDocDefault("30s")
    Optional<Duration> totalTimeout();

    /**
     * How long one request of a call may take. A call whose request takes longer is retried if that can't do the same thing
     * twice.
     */
    @ConfigDocDefault("10s")
    Optional<Duration> attemptTimeout();

    /**
     * Retries of failed requests. None is made that could take effect twice, whatever is configured here.
     */
    RetryConfig retry();

    /**
     * The circuit breaker; there is one for each operation.
     */
    CircuitBreakerConfig circuitBreaker();

    /**
     * The rate limit of the service, off if no `limit` is set.
     */
    RateLimitConfig rateLimit();

    /**
     * The bulkhead of the service, off if no `limit` is set.
     */
    BulkheadConfig bulkhead();

    /**
     * Creates of tokens.
     */
    CreateConfig create();

    /**
     * What is different for one operation: `list`, `create`, `create-batch`, `batch-status`, `update`, `delete` or
     * `revoke`.
     */
    @ConfigDocMapKey("operation")
    Map<TokenOperation, OperationConfig> operation();
}

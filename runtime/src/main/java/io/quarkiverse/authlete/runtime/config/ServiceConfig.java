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
     * The shared cluster of Authlete that hosts the service. Ignored if `url` is set.
     */
    Optional<Region> region();

    /**
     * The base URL of a dedicated or on-premises Authlete server, with a path prefix if there is one. Overrides `region`.
     */
    Optional<String> url();

    /**
     * Whether `url` may be plain http to another machine. The API token and all issued tokens are then sent unencrypted.
     */
    @WithDefault("false")
    boolean allowPlainHttp();

    /**
     * The name of the TLS configuration for connections to the server: `x` for `quarkus.tls."x".*`. Its trust store must
     * contain the CA of the server; its key store may contain a client certificate. Without a name, the client trusts the CAs
     * of the JDK and sends no client certificate.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The name of the proxy configuration: `x` for `quarkus.proxy."x".*`, or `none` to connect directly. Without a name, the
     * client uses `quarkus.proxy.*`, if that is configured.
     */
    Optional<String> proxyConfigurationName();

    /**
     * The ID of the service in Authlete, as its console shows it.
     */
    Optional<String> serviceId();

    /**
     * The API token: a service access token or an organization token. Without it, the default service reads the environment
     * variables `AUTHLETE_BEARER` and `AUTHLETE_AUTHLETE`, in this order.
     */
    Optional<String> serviceAccessToken();

    /**
     * Headers that are sent with every request. Headers that the client sets itself, such as `Authorization`, are refused.
     */
    @ConfigDocMapKey("header-name")
    Map<String, String> headers();

    /**
     * Connect timeout. It applies again to the TLS handshake.
     */
    @WithDefault("5s")
    Duration connectTimeout();

    /**
     * The timeout for a connection from the pool, and again for the first byte of the answer. `attempt-timeout` limits the rest
     * of the answer.
     */
    @WithDefault("5s")
    Duration readTimeout();

    /**
     * The size of the connection pool. Further requests wait for a free connection, as long as `read-timeout` allows.
     */
    @WithDefault("50")
    int maxConnections();

    /**
     * The time after which an idle connection is closed, rounded down to seconds. It should be shorter than the idle timeouts
     * of the server and of the proxies and load balancers before it.
     */
    @WithDefault("30s")
    Duration connectionTtl();

    /**
     * The maximum size of an answer. A page of 20 tokens takes about 10 KiB.
     */
    @WithDefault("16M")
    MemorySize maxResponseSize();

    /**
     * The `User-Agent` header.
     */
    @WithDefault("quarkus-authlete")
    String userAgent();

    /**
     * The name to look up in a `io.quarkus.credentials.CredentialsProvider`, which supplies the API token under the key
     * `password`. Overrides `service-access-token`.
     */
    Optional<String> credentialsProvider();

    /**
     * The bean name of the credentials provider. Needed only if there are several.
     */
    Optional<String> credentialsProviderName();

    /**
     * DPoP (RFC 9449): requests prove the possession of the private key to which the API token is bound. Off without a key.
     */
    DpopConfig dpop();

    /**
     * The timeout of a whole call, including retries and backoff.
     */
    @ConfigDocDefault("30s")
    Optional<Duration> totalTimeout();

    /**
     * The timeout of one request of a call, from the wait for a connection to the last byte of the answer.
     */
    @ConfigDocDefault("10s")
    Optional<Duration> attemptTimeout();

    /**
     * Retries. No setting allows a retry that could take effect twice.
     */
    RetryConfig retry();

    /**
     * The circuit breakers; there is one for each operation.
     */
    CircuitBreakerConfig circuitBreaker();

    /**
     * The rate limit for all operations of the service. Off without a `limit`.
     */
    RateLimitConfig rateLimit();

    /**
     * The bulkhead for all operations of the service. Off without a `limit`.
     */
    BulkheadConfig bulkhead();

    /**
     * Creates of tokens.
     */
    CreateConfig create();

    /**
     * Overrides for one operation: `list`, `create`, `create-batch`, `batch-status`, `update`, `delete` or `revoke`.
     */
    @ConfigDocMapKey("operation")
    Map<TokenOperation, OperationConfig> operation();
}

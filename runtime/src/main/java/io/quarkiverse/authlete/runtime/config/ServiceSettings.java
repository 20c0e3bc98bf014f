package io.quarkiverse.authlete.runtime.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The complete and checked settings of one service.
 *
 * @param name the name in the configuration
 * @param url the base URL
 * @param tlsConfigurationName the TLS configuration for connections; {@code null} for what Quarkus REST Client does by itself
 * @param proxyConfigurationName the proxy to connect through; {@code null} for what Quarkus REST Client does by itself
 * @param serviceId the ID of the service in Authlete
 * @param apiToken a service access token or organization token; {@code null} if a provider supplies it
 * @param apiTokenSource where that token is set, for messages; {@code null} if there is none
 * @param credentialsProvider the name that the credentials provider is asked for; {@code null} if there is none
 * @param credentialsProviderName the bean name of the credentials provider, may be {@code null}
 * @param headers headers to send with every request
 * @param connectTimeout how long opening a connection may take
 * @param readTimeout how long a request may wait for a connection, and for the beginning of its answer
 * @param maxConnections how many connections may be open at a time
 * @param connectionTtl how long an unused connection stays open
 * @param maxResponseSize the largest answer that is read, in bytes
 * @param userAgent the {@code User-Agent} header
 */
public record ServiceSettings(
        String name,
        URI url,
        String tlsConfigurationName,
        String proxyConfigurationName,
        String serviceId,
        String apiToken,
        String apiTokenSource,
        String credentialsProvider,
        String credentialsProviderName,
        Map<String, String> headers,
        Duration connectTimeout,
        Duration readTimeout,
        int maxConnections,
        Duration connectionTtl,
        long maxResponseSize,
        String userAgent) {

    /** Leaves out the API token and the values of headers. */
    @Override
    public String toString() {
        return "ServiceSettings[name=" + name + ", url=" + url + ", serviceId=" + serviceId + "]";
    }
}

package io.quarkiverse.authlete.runtime.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The complete and checked settings of one service.
 *
 * @param name the name in the configuration
 * @param url the base URL
 * @param serviceId the ID of the service in Authlete
 * @param apiToken a service access token or organization token
 * @param headers headers to send with every request
 * @param connectTimeout how long opening a connection may take
 * @param readTimeout how long the server may be silent
 * @param maxConnections how many connections may be open at a time
 * @param connectionTtl how long an unused connection stays open
 * @param userAgent the {@code User-Agent} header
 */
public record ServiceSettings(
        String name,
        URI url,
        String serviceId,
        String apiToken,
        Map<String, String> headers,
        Duration connectTimeout,
        Duration readTimeout,
        int maxConnections,
        Duration connectionTtl,
        String userAgent) {

    /** Leaves out the API token and the values of headers. */
    @Override
    public String toString() {
        return "ServiceSettings[name=" + name + ", url=" + url + ", serviceId=" + serviceId + "]";
    }
}

package io.quarkiverse.authlete.runtime.call;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.rest.TokenRetryBackoff;
import io.quarkiverse.authlete.runtime.config.OperationConfig;
import io.quarkiverse.authlete.runtime.config.RetryConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;

/**
 * The time limits and retries of a call.
 *
 * @param totalTimeout how long the call may take in all, retries included
 * @param attemptTimeout how long one request may take
 * @param readTimeout how long one request may wait for a connection, and then for the beginning of its answer
 */
record CallPolicy(Duration totalTimeout, Duration attemptTimeout, Duration readTimeout, RetrySettings retry) {

    /** @return the policy of each operation: the configuration, and the numbers of the annotations for the rest */
    static Map<TokenOperation, CallPolicy> of(ServiceConfig config, FaultToleranceDefaults defaults) {
        Map<TokenOperation, CallPolicy> policies = new EnumMap<>(TokenOperation.class);
        for (TokenOperation operation : TokenOperation.values()) {
            policies.put(operation, of(config, Optional.ofNullable(config.operation().get(operation)), defaults));
        }
        return policies;
    }

    private static CallPolicy of(ServiceConfig config, Optional<OperationConfig> operation, FaultToleranceDefaults defaults) {
        Duration total = operation.flatMap(OperationConfig::totalTimeout).or(config::totalTimeout)
                .orElse(Duration.ofMillis(defaults.totalTimeout()));
        Duration attempt = operation.flatMap(OperationConfig::attemptTimeout).or(config::attemptTimeout)
                .orElse(Duration.ofMillis(defaults.attemptTimeout()));
        RetryConfig retry = config.retry();
        return new CallPolicy(total, attempt, config.readTimeout(), new RetrySettings(
                operation.flatMap(OperationConfig::retryEnabled).orElse(retry.enabled()),
                operation.map(OperationConfig::maxRetries).filter(OptionalInt::isPresent).orElse(retry.maxRetries())
                        .orElse(defaults.maxRetries()),
                retry.initialInterval().orElse(Duration.ofMillis(defaults.initialInterval())),
                retry.maxInterval().orElse(TokenRetryBackoff.MAX_INTERVAL),
                retry.exponent().orElse(TokenRetryBackoff.EXPONENT),
                retry.jitter().orElse(TokenRetryBackoff.JITTER),
                retry.maxElapsedTime(),
                retry.statusCodes().orElse(RetryRules.DEFAULT_STATUS_CODES),
                retry.connectionErrors()));
    }

    CallPolicy with(RequestOptions options) {
        if (options.timeout() == null && options.retry() == null) {
            return this;
        }
        return new CallPolicy(requireNonNullElse(options.timeout(), totalTimeout), attemptTimeout, readTimeout,
                options.retry() == null ? retry : retry.with(options.retry()));
    }
}

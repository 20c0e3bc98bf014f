package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.rest.TokenRetryBackoff;
import io.quarkiverse.authlete.runtime.config.OperationConfig;
import io.quarkiverse.authlete.runtime.config.RetryConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;

/** The policy of each operation of one service: the configuration, and the numbers of the annotations for the rest. */
final class CallPolicies {

    private final Map<TokenOperation, CallPolicy> policies = new EnumMap<>(TokenOperation.class);

    CallPolicies(ServiceConfig config, FaultToleranceDefaults defaults) {
        for (TokenOperation operation : TokenOperation.values()) {
            policies.put(operation, policy(config, Optional.ofNullable(config.operation().get(operation)), defaults));
        }
    }

    CallPolicy of(TokenOperation operation) {
        return policies.get(operation);
    }

    private static CallPolicy policy(ServiceConfig config, Optional<OperationConfig> operation,
            FaultToleranceDefaults defaults) {
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
                retry.statusCodes().orElse(RepeatRules.DEFAULT_STATUS_CODES),
                retry.connectionErrors()));
    }
}

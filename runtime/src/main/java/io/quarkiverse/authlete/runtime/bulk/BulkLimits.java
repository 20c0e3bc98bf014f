package io.quarkiverse.authlete.runtime.bulk;

import java.util.Optional;
import java.util.Set;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.call.RepeatRules;
import io.quarkiverse.authlete.runtime.config.OperationConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;

/** What the configuration of a service means for its runs. */
final class BulkLimits {

    private final ServiceConfig config;

    BulkLimits(ServiceConfig config) {
        this.config = config;
    }

    /** Calls for which there is no connection or no place in the bulkhead would only wait, and may fail. */
    int concurrency(int wanted) {
        return Math.min(wanted, Math.min(config.maxConnections(), config.bulkhead().limit().orElse(wanted)));
    }

    /** @return the options of a call in a run: it leaves 429 to the run, which puts the item off and slows down */
    RequestOptions callOptions(TokenOperation operation, RequestOptions options) {
        RetryPolicy policy = options.retry().orElseGet(
                () -> retryEnabled(operation) ? RetryPolicy.backoff().build() : RetryPolicy.none());
        if (!policy.enabled()) {
            return options;
        }
        RequestOptions.Builder changed = RequestOptions.builder().retry(without429(policy));
        options.headers().forEach((name, values) -> values.forEach(value -> changed.header(name, value)));
        options.serviceId().ifPresent(changed::serviceId);
        options.timeout().ifPresent(changed::timeout);
        return changed.build();
    }

    private boolean retryEnabled(TokenOperation operation) {
        return Optional.ofNullable(config.operation().get(operation)).flatMap(OperationConfig::retryEnabled)
                .orElse(config.retry().enabled());
    }

    private RetryPolicy without429(RetryPolicy policy) {
        Set<Integer> codes = policy.statusCodes().or(config.retry()::statusCodes).orElse(RepeatRules.DEFAULT_STATUS_CODES);
        RetryPolicy.Builder changed = RetryPolicy.backoff()
                .statusCodes(codes.stream().mapToInt(Integer::intValue).filter(code -> code != Refusals.TOO_MANY_REQUESTS)
                        .toArray());
        policy.maxRetries().ifPresent(changed::maxRetries);
        policy.initialInterval().ifPresent(changed::initialInterval);
        policy.maxInterval().ifPresent(changed::maxInterval);
        policy.exponent().ifPresent(changed::exponent);
        policy.jitter().ifPresent(changed::jitter);
        policy.maxElapsedTime().ifPresent(changed::maxElapsedTime);
        policy.retryConnectionErrors().ifPresent(changed::retryConnectionErrors);
        return changed.build();
    }
}

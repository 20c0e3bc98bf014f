package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.rest.TokenRetryBackoff;
import io.quarkiverse.authlete.runtime.call.RetryRules;
import io.quarkiverse.authlete.runtime.config.CircuitBreakerConfig;
import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkiverse.authlete.runtime.config.RetryConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.configuration.DurationConverter;

/** The defaults in the configuration reference are those in the annotations of {@code TokenApi}, where the build gets them. */
class DocumentedDefaultsTest {

    /** Where the defaults come from elsewhere in the code. */
    static final Set<String> COMPARED = Set.of("ServiceConfig.java", "RetryConfig.java", "CircuitBreakerConfig.java",
            "DpopConfig.java");

    private static final Path ALGORITHMS = Path
            .of("../runtime/src/main/java/io/quarkiverse/authlete/runtime/dpop/jose/SigningAlgorithms.java");
    private static final Timeout TIMEOUT = TokenApi.class.getAnnotation(Timeout.class);
    private static final Retry RETRY = TokenApi.class.getAnnotation(Retry.class);
    private static final CircuitBreaker BREAKER = TokenApi.class.getAnnotation(CircuitBreaker.class);

    @Test
    void timeouts() {
        assertThat(documented(ServiceConfig.class)).containsOnlyKeys("totalTimeout", "attemptTimeout");
        assertThat(duration(ServiceConfig.class, "totalTimeout")).isEqualTo(of(RETRY.maxDuration(), RETRY.durationUnit()));
        assertThat(duration(ServiceConfig.class, "attemptTimeout")).isEqualTo(of(TIMEOUT.value(), TIMEOUT.unit()));
    }

    @Test
    void retries() {
        Map<String, String> documented = documented(RetryConfig.class);

        assertThat(documented).containsOnlyKeys("maxRetries", "initialInterval", "maxInterval", "exponent", "jitter",
                "maxElapsedTime", "statusCodes");
        assertThat(documented).containsEntry("maxRetries", Integer.toString(RETRY.maxRetries()))
                .containsEntry("exponent", Double.toString(TokenRetryBackoff.EXPONENT))
                .containsEntry("jitter", Double.toString(TokenRetryBackoff.JITTER))
                .containsEntry("maxElapsedTime", "the total timeout");
        assertThat(duration(RetryConfig.class, "initialInterval")).isEqualTo(of(RETRY.delay(), RETRY.delayUnit()));
        assertThat(duration(RetryConfig.class, "maxInterval")).isEqualTo(TokenRetryBackoff.MAX_INTERVAL);
        Set<Integer> statusCodes = Stream.of(documented.get("statusCodes").split(",")).map(Integer::valueOf)
                .collect(Collectors.toSet());
        assertThat(statusCodes).isEqualTo(RetryRules.DEFAULT_STATUS_CODES);
    }

    @Test
    void circuitBreaker() {
        Map<String, String> documented = documented(CircuitBreakerConfig.class);

        assertThat(documented).containsOnlyKeys("requestVolumeThreshold", "failureRatio", "delay", "successThreshold");
        assertThat(documented)
                .containsEntry("requestVolumeThreshold", Integer.toString(BREAKER.requestVolumeThreshold()))
                .containsEntry("failureRatio", Double.toString(BREAKER.failureRatio()))
                .containsEntry("successThreshold", Integer.toString(BREAKER.successThreshold()));
        assertThat(duration(CircuitBreakerConfig.class, "delay")).isEqualTo(of(BREAKER.delay(), BREAKER.delayUnit()));
    }

    @Test
    void algorithm() {
        assertThat(documented(DpopConfig.class)).containsOnlyKeys("algorithm");
        assertThat(documented(DpopConfig.class).get("algorithm")).contains("`PS256` for an RSA key");
        assertThat(Pages.text(ALGORITHMS)).as("the default comes first").contains("return List.of(\"PS256\", ");
    }

    private static Map<String, String> documented(Class<?> config) {
        return Arrays.stream(config.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ConfigDocDefault.class))
                .collect(Collectors.toMap(Method::getName, method -> method.getAnnotation(ConfigDocDefault.class).value()));
    }

    private static Duration duration(Class<?> config, String key) {
        return DurationConverter.parseDuration(documented(config).get(key));
    }

    private static Duration of(long value, ChronoUnit unit) {
        return Duration.of(value, unit);
    }
}

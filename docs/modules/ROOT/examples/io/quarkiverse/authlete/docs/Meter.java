package io.quarkiverse.authlete.docs;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.metrics.CallMetrics;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/**
 * A meter that the code registers.
 *
 * @param type timer, counter or gauge
 * @param tags the values of each tag
 */
record Meter(String name, String type, Map<String, Set<String>> tags) {

    private static final int UNREGISTERED_STATUS = 299;

    /** @return all meters of a service, by the names of their series in Prometheus */
    static Map<String, Meter> registered() {
        Map<String, Meter> byName = new TreeMap<>();
        CallMetrics metrics = new CallMetrics();
        metrics.use(proxy(MetricsFactory.class,
                (method, arguments) -> builder((String) arguments[0], new TreeMap<>(), byName)));
        for (TokenOperation operation : TokenOperation.values()) {
            for (Kind kind : Kind.values()) {
                metrics.callStarted("<default>", operation).attemptEnded(1,
                        new CallResult(kind, Duration.ZERO, UNREGISTERED_STATUS, null, null, false));
            }
            metrics.breakerChanged("<default>", operation, BreakerState.CLOSED);
        }
        Map<String, Meter> bySeries = new TreeMap<>();
        byName.values().forEach(meter -> meter.series().forEach(series -> bySeries.put(series, meter)));
        return bySeries;
    }

    /** @return the names in Prometheus */
    List<String> series() {
        String base = name.replace('.', '_');
        return switch (type) {
            case "timer" -> List.of(base + "_seconds_count", base + "_seconds_sum", base + "_seconds_max");
            case "counter" -> List.of(base + "_total");
            default -> List.of(base);
        };
    }

    /** @return whether a series may have a label that a selector asks for */
    boolean mayHave(String tag, String value) {
        if (!tags.containsKey(tag)) {
            return false;
        }
        // The service is that of the user; a dashboard has variables.
        return tag.equals("service") || value.startsWith("$") || Arrays.stream(value.split("\\|"))
                .allMatch(one -> tags.get(tag).contains(one) || tag.equals("status") && one.matches("[1-5](\\d\\d|\\.\\.)"));
    }

    private static MetricBuilder builder(String name, Map<String, String> tags, Map<String, Meter> meters) {
        MetricBuilder[] builder = new MetricBuilder[1];
        builder[0] = proxy(MetricBuilder.class, (method, arguments) -> {
            if (method.equals("tag")) {
                tags.put((String) arguments[0], (String) arguments[1]);
            }
            if (!method.startsWith("build")) {
                return builder[0];
            }
            String type = method.substring("build".length()).toLowerCase(Locale.ROOT);
            Meter meter = meters.computeIfAbsent(name, unknown -> new Meter(name, type, new TreeMap<>()));
            tags.forEach((tag, value) -> meter.tags.computeIfAbsent(tag, unknown -> new TreeSet<>()).add(value));
            return type.equals("timer") ? proxy(TimeRecorder.class, (update, duration) -> null) : null;
        });
        return builder[0];
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (self, method, arguments) -> handler.call(method.getName(), arguments)));
    }

    private interface Handler {

        Object call(String method, Object[] arguments);
    }
}

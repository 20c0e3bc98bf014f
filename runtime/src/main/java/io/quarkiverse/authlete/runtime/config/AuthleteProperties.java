package io.quarkiverse.authlete.runtime.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Reads the properties of this extension as their author means them: the quotes around the name of a service make no
 * difference, spaces around a value do not belong to it, and a blank value is no value.
 * <p>
 * Without it, a service that one source spells with quotes and another one without gets the properties of one spelling only.
 */
public final class AuthleteProperties implements ConfigSourceInterceptor {

    /** What follows the prefix and is no service: the groups of settings. */
    public static final Set<String> GROUPS = Set.of("audit", "bulkhead", "circuit-breaker", "create", "devservices", "dpop",
            "headers", "health", "metrics", "operation", "rate-limit", "retry", "tracing");

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "quarkus.authlete.";
    /** Has the defaults, because nobody can configure it. */
    private static final String NO_SERVICE = PREFIX + "\"\0\".";

    /**
     * @param property the name of a property
     * @return the name of the one that has its value if it is blank: the emulator cannot stand before the blank value, which
     *         comes from a higher source
     */
    public static String inPlaceOfBlank(String property) {
        return "emulator." + property;
    }

    /**
     * @param property the name of a property, maybe with a profile before it
     * @return the named service that it configures; empty if it configures none
     */
    public static Optional<String> service(String property) {
        String name = property.startsWith("%") ? property.substring(property.indexOf('.') + 1) : property;
        return name.startsWith(PREFIX) ? Optional.ofNullable(Spelling.of(name).service()) : Optional.empty();
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!name.startsWith(PREFIX)) {
            return context.proceed(name);
        }
        Spelling spelling = Spelling.of(name);
        ConfigValue value = spelling.value(context);
        if (value != null && (value.getValue() == null || isBlank(value))) {
            ConfigValue emulated = context.proceed(inPlaceOfBlank(spelling.name()));
            // Not the next source: the blank value stands before it. An unknown variable has no default, and fails the start.
            ConfigValue byDefault = isBlank(value) ? context.proceed(NO_SERVICE + spelling.key()) : null;
            value = emulated != null ? emulated : byDefault != null ? byDefault : value;
        }
        return value == null || value.getValue() == null ? value
                : value.withName(name).withValue(value.getValue().strip());
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        List<String> names = new ArrayList<>();
        context.iterateNames().forEachRemaining(name -> {
            if (!name.startsWith(PREFIX)) {
                names.add(name);
                return;
            }
            Spelling spelling = Spelling.of(name);
            // In a map, such as the one of headers, a name needs a value.
            if (!isBlank(spelling.value(context))) {
                names.add(spelling.name());
            }
        });
        return names.iterator();
    }

    /** What SmallRye Config finds. A priority by annotation would cost each start a proxy class. */
    public static final class Factory implements ConfigSourceInterceptorFactory {

        @Override
        public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext context) {
            return new AuthleteProperties();
        }

        @Override
        public OptionalInt getPriority() {
            return OptionalInt.of(Priorities.LIBRARY + 600);
        }
    }

    private static boolean isBlank(ConfigValue value) {
        return value != null && value.getValue() != null && value.getValue().isBlank();
    }

    /** @param service the name of the service; {@code null} for a property of the default service, or of none */
    private record Spelling(String service, String key) {

        static Spelling of(String name) {
            String rest = name.substring(PREFIX.length());
            boolean quoted = rest.startsWith("\"");
            int end = quoted ? rest.indexOf("\".", 1) : rest.indexOf('.');
            String service = end < 0 ? "" : rest.substring(quoted ? 1 : 0, end);
            return service.isEmpty() || service.equals("*") || GROUPS.contains(service) ? new Spelling(null, rest)
                    : new Spelling(service, rest.substring(end + (quoted ? 2 : 1)));
        }

        String name() {
            return PREFIX + (service == null ? key : '"' + service + "\"." + key);
        }

        /** As if there were one spelling: the higher source wins, and in the same one what is for a profile. */
        ConfigValue value(ConfigSourceInterceptorContext context) {
            ConfigValue quoted = context.proceed(name());
            ConfigValue unquoted = service == null ? null : context.proceed(PREFIX + service + '.' + key);
            if (quoted == null || unquoted == null) {
                return quoted == null ? unquoted : quoted;
            }
            int bySource = ConfigValue.CONFIG_SOURCE_COMPARATOR.compare(quoted, unquoted);
            return bySource < 0 || bySource == 0 && quoted.getProfile() == null && unquoted.getProfile() != null
                    ? unquoted
                    : quoted;
        }
    }
}

package io.quarkiverse.authlete.runtime.config;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Tells where properties are set, so that a message blames the right file or variable. */
public final class PropertySources {

    private final Config config;

    public PropertySources(Config config) {
        this.config = config;
    }

    /**
     * @param property the name of a property
     * @return the name, and where it is set, as in {@code quarkus.authlete.url (environment variable)}
     */
    public String describe(String property) {
        String source = source(config.getConfigValue(property));
        return source == null ? property : property + " (" + source + ")";
    }

    /**
     * @param failure what is wrong with a property, with the property as its key
     * @return the same, with the place where the property is set
     */
    public ConfigurationException located(ConfigurationException failure) {
        if (failure.getConfigKeys().size() != 1) {
            return failure;
        }
        String source = source(config.getConfigValue(failure.getConfigKeys().iterator().next()));
        return source == null ? failure
                : new ConfigurationException(failure.getMessage() + " It is set by: " + source + ".", failure.getConfigKeys());
    }

    /** @return how the property is set although it has no value, as in {@code ${TOKEN} in application.properties} */
    String blank(String property) {
        ConfigValue value = config.getConfigValue(property);
        boolean blank = value.getSourceName() != null && (value.getValue() == null || value.getValue().isBlank());
        if (!blank) {
            return null;
        }
        String raw = value.getRawValue() == null ? "" : value.getRawValue().strip();
        return (raw.isEmpty() ? "to nothing" : "to " + raw + ", which is empty") + ", by: " + source(value);
    }

    /** @return whether the property is set by an environment variable, or in a file of them */
    boolean isVariable(String property) {
        String source = config.getConfigValue(property).getSourceName();
        return source != null && source.startsWith("EnvConfigSource");
    }

    private static String source(ConfigValue value) {
        String name = value.getSourceName();
        if (name == null || value.getSourceOrdinal() == Integer.MIN_VALUE) {
            return null;
        }
        if (name.startsWith("EnvConfigSource")) {
            return "environment variable";
        }
        return name.startsWith("SysPropConfigSource") ? "system property" : name;
    }
}

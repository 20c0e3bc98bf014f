package io.quarkiverse.authlete.docs;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One start of an application for all blocks of properties of a profile: one for each block would take minutes. */
final class ConfigurationStart {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> properties = new TreeMap<>();

    private ConfigurationStart() {
    }

    static ConfigurationStart of(String profile) {
        ConfigurationStart start = new ConfigurationStart();
        ConfigurationBlock.all().stream().filter(block -> block.profile().equals(profile)).forEach(start::add);
        return start;
    }

    /** @throws IllegalStateException if the block contradicts another: they cannot share a start then */
    private void add(ConfigurationBlock block) {
        block.properties().forEach((key, value) -> {
            String other = properties.put(key, value);
            if (other != null && !withoutVariables(other).equals(withoutVariables(value))) {
                throw new IllegalStateException(block.place() + " sets " + key + " to another value than a block before it");
            }
        });
    }

    private static String withoutVariables(String value) {
        return VARIABLE.matcher(value).replaceAll("");
    }

    /** The properties as printed, but with files that exist. */
    Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        properties.forEach((key, value) -> configuration.put(key, ConfigurationFiles.existing(value)));
        return configuration;
    }

    /** Values for the variables in the properties. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        properties.values().stream().map(VARIABLE::matcher).filter(Matcher::find).map(variable -> variable.group(1))
                .forEach(name -> variables.put(name, ConfigurationFiles.secret(name)));
        return variables;
    }
}

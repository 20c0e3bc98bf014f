package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The blocks of properties in the documentation for one profile, in an application that starts with all of them. */
abstract class StartedConfiguration {

    private static final Pattern SERVICE = Pattern.compile("quarkus\\.authlete\\.\"(\\w+)\"");

    private final String profile;

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("jp")
    TokenOperations jp;

    @Inject
    @AuthleteServiceName("europe")
    TokenOperations europe;

    @Inject
    @Any
    InjectableInstance<TokenOperations> services;

    StartedConfiguration(String profile) {
        this.profile = profile;
    }

    @Test
    void theApplicationHasAllPrintedProperties() {
        Map<String, String> printed = ConfigurationStart.of(profile).configuration();
        assertThat(printed).isNotEmpty().allSatisfy((key, value) -> {
            if (!value.contains("${")) {
                assertThat(ConfigProvider.getConfig().getConfigValue(key.replaceFirst("^%\\w+\\.", "")).getValue())
                        .isEqualTo(value);
            }
        });
    }

    @Test
    void eachPrintedServiceIsChecked() {
        Map<String, String> printed = ConfigurationStart.of(profile).configuration();
        assertThat(printed.keySet().stream().map(SERVICE::matcher).filter(Matcher::find).map(key -> key.group(1)).distinct())
                .allSatisfy(name -> assertThat(services.select(AuthleteServiceName.Literal.of(name)).getHandle().getBean()
                        .isActive()).isTrue());
        assertThat(services.listActive()).contains(tokens);
    }

    abstract static class Profile implements QuarkusTestProfile {

        private final String name;

        Profile(String name) {
            this.name = name;
        }

        @Override
        public String getConfigProfile() {
            return name;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            ConfigurationStart start = ConfigurationStart.of(name);
            Map<String, String> overrides = new TreeMap<>(start.configuration());
            overrides.putAll(start.variables());
            return overrides;
        }
    }
}

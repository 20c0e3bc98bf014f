package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.StringUtil;
import io.smallrye.config.WithParentName;

/** A service can't have the name of a group of settings: {@code quarkus.authlete.retry.url} is taken for one of those. */
final class ServiceNameCheck {

    private static final Set<String> GROUPS = Stream
            .of(ServiceConfig.class, AuthleteRuntimeConfig.class, AuthleteBuildTimeConfig.class)
            .flatMap(settings -> Stream.of(settings.getDeclaredMethods()))
            .filter(ServiceNameCheck::isGroup).map(Method::getName).map(StringUtil::hyphenate)
            .collect(Collectors.toUnmodifiableSet());

    private ServiceNameCheck() {
    }

    /** @throws ConfigurationException if a service can't have this name */
    static void check(String name) {
        if (GROUPS.contains(name)) {
            throw new ConfigurationException("@AuthleteServiceName(\"" + name + "\"): a service can't have this name, as the"
                    + " properties " + property(name, "*") + " have another meaning. Choose another name.");
        }
    }

    private static boolean isGroup(Method setting) {
        return setting.getReturnType().isAnnotationPresent(ConfigGroup.class)
                || setting.getReturnType() == Map.class && !setting.isAnnotationPresent(WithParentName.class);
    }
}

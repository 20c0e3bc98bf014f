package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.StringUtil;

/** A service can't have the name of a setting: {@code quarkus.authlete.retry.url} is taken for one of the default service. */
final class ServiceNameCheck {

    private static final Set<String> SETTINGS = Stream
            .of(ServiceConfig.class, AuthleteRuntimeConfig.class, AuthleteBuildTimeConfig.class)
            .flatMap(group -> Stream.of(group.getDeclaredMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers())).map(Method::getName).map(StringUtil::hyphenate)
            .collect(Collectors.toUnmodifiableSet());

    private ServiceNameCheck() {
    }

    /** @throws ConfigurationException if a service can't have this name */
    static void check(String name) {
        if (SETTINGS.contains(name)) {
            throw new ConfigurationException("@AuthleteServiceName(\"" + name + "\"): a service can't have this name, as the"
                    + " properties " + property(name, "*") + " have another meaning. Choose another name.");
        }
    }
}

package io.quarkiverse.authlete.runtime.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.proxy.ProxyConfiguration;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

/** The proxy on the way to one server, if there is one. */
final class ProxyRoute {

    private ProxyRoute() {
    }

    /** @return the proxy to connect through; empty if the host is to be reached without one */
    static Optional<ProxyOptions> to(Optional<ProxyConfiguration> configuration, String host) {
        return configuration.filter(proxy -> proxy.nonProxyHosts().orElse(List.of()).stream()
                .noneMatch(pattern -> matches(pattern.strip(), host))).map(ProxyRoute::options);
    }

    /** As the JDK does it: an asterisk at one end stands for anything. */
    private static boolean matches(String pattern, String host) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String name = host.toLowerCase(Locale.ROOT);
        if (wanted.startsWith("*")) {
            return name.endsWith(wanted.substring(1));
        }
        return wanted.endsWith("*") ? name.startsWith(wanted.substring(0, wanted.length() - 1)) : name.equals(wanted);
    }

    private static ProxyOptions options(ProxyConfiguration proxy) {
        ProxyOptions options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port())
                .setType(ProxyType.valueOf(proxy.type().name()));
        proxy.username().ifPresent(options::setUsername);
        proxy.password().ifPresent(options::setPassword);
        proxy.proxyConnectTimeout().ifPresent(options::setConnectTimeout);
        return options;
    }
}

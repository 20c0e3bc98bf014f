package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;
import static io.quarkiverse.authlete.runtime.config.ServiceCheck.wrong;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.proxy.ProxyType;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;

/** Finds the TLS and proxy configurations of Quarkus that services name. */
@Singleton
public class TransportConfigurations {

    private static final Logger LOG = Logger.getLogger(TransportConfigurations.class);

    private static final String TLS_KEY = "tls-configuration-name";
    private static final String PROXY_KEY = "proxy-configuration-name";

    private final TlsConfigurationRegistry tls;
    private final ProxyConfigurationRegistry proxies;

    public TransportConfigurations(TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
        this.tls = tls;
        this.proxies = proxies;
    }

    /**
     * Also warns of a configuration with which the server is not who it should be.
     *
     * @param service the name of a service
     * @param config its configuration
     * @throws ConfigurationException if it names a configuration that does not exist; the message names the property
     */
    public void check(String service, ServiceConfig config) {
        String tlsName = config.tlsConfigurationName().orElse(null);
        tls(service, tlsName);
        proxy(service, config.proxyConfigurationName().orElse(null));
        boolean plainHttp = config.url().filter(url -> url.startsWith("http:")).isPresent();
        if (!plainHttp && trustsAll(service, tlsName)) {
            warn(service, "accepts any certificate, because of " + tlsKey(tlsName, "trust-all"));
        } else if (!plainHttp && !verifiesHost(service, tlsName)) {
            warn(service, "accepts a certificate of any host, because of "
                    + tlsKey(tlsName, "hostname-verification-algorithm"));
        }
    }

    /**
     * @param settings the settings of a service
     * @return the TLS configuration that it names, if any
     */
    public Optional<TlsConfiguration> tls(ServiceSettings settings) {
        return tls(settings.name(), settings.tlsConfigurationName());
    }

    /**
     * @param settings the settings of a service
     * @return the proxy to connect through: the one that it names, else the default one of Quarkus, if there is one
     */
    public Optional<ProxyConfiguration> proxyInUse(ServiceSettings settings) {
        Optional<ProxyConfiguration> proxy = settings.proxyConfigurationName() == null ? proxies.get(Optional.empty())
                : proxy(settings.name(), settings.proxyConfigurationName());
        return proxy.filter(configured -> !ProxyConfigurationRegistry.NONE.equals(configured.host()));
    }

    /**
     * @param settings the settings of a service
     * @return whether the certificate of the server must be for its host name
     */
    public boolean verifiesHost(ServiceSettings settings) {
        return verifiesHost(settings.name(), settings.tlsConfigurationName());
    }

    private Optional<TlsConfiguration> tls(String service, String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(tls.get(name).orElseThrow(() -> wrong(service, TLS_KEY,
                "names a TLS configuration that does not exist: set the properties quarkus.tls.\"" + name + "\".*")));
    }

    private Optional<ProxyConfiguration> proxy(String service, String name) {
        if (name == null) {
            return Optional.empty();
        }
        ProxyConfiguration proxy;
        try {
            proxy = proxies.get(Optional.of(name)).orElseThrow();
        } catch (IllegalStateException e) {
            throw wrong(service, PROXY_KEY,
                    "names a proxy configuration that does not exist: set quarkus.proxy.\"" + name + "\".host");
        }
        if (proxy.type() != ProxyType.HTTP) {
            throw wrong(service, PROXY_KEY,
                    "names a proxy that is not for HTTP: set quarkus.proxy.\"" + name + "\".type=http");
        }
        return Optional.of(proxy);
    }

    private boolean trustsAll(String service, String name) {
        return tls(service, name).filter(TlsConfiguration::isTrustAll).isPresent();
    }

    private boolean verifiesHost(String service, String name) {
        return tls(service, name).flatMap(TlsConfiguration::getHostnameVerificationAlgorithm)
                .filter("NONE"::equals).isEmpty();
    }

    private static String tlsKey(String name, String key) {
        return "quarkus.tls.\"" + name + "\"." + key;
    }

    private static void warn(String service, String what) {
        LOG.warnf("The client of the Authlete service '%s' %s. A man in the middle can read and use the API token and all"
                + " issued tokens. For a server with a private CA, put that CA in the trust store of a TLS"
                + " configuration, and name it in %s.", service, what, property(service, TLS_KEY));
    }
}

package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.LogRecord;

import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.quarkus.bootstrap.BootstrapConstants;
import io.quarkus.bootstrap.BootstrapException;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.bootstrap.model.MappableCollectionFactory;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceManager;

/**
 * The application of a test class: an empty one on a free port, unless the test adds to it. The only class that knows
 * {@code QuarkusUnitTest}, as Quarkus 3.35 renames it.
 */
public final class TestApplication extends QuarkusUnitTest {

    /** Longer than a name may be (RFC 1035, 2.3.4), so that no name server is asked for it, whatever it would answer. */
    public static final String UNKNOWN_HOST = "no-such-host-" + "x".repeat(51) + ".invalid";

    /** What knows nothing of the application, and is large: loaded once for all. */
    private static final String SHARED = String.join(",", "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core", "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
            "com.fasterxml.jackson.datatype:jackson-datatype-jsr310", "io.netty:netty-buffer", "io.netty:netty-codec",
            "io.netty:netty-codec-dns", "io.netty:netty-codec-http", "io.netty:netty-codec-http2",
            "io.netty:netty-codec-socks", "io.netty:netty-common", "io.netty:netty-handler",
            "io.netty:netty-handler-proxy", "io.netty:netty-resolver", "io.netty:netty-resolver-dns",
            "io.netty:netty-transport");

    static final List<Dependency> SERVER = List
            .of(Dependency.of("io.quarkus", "quarkus-rest-jackson-deployment", Version.getVersion()));

    /** What an application consists of, by the extensions added: Maven would look at all of them again for each start. */
    private static final Map<List<Dependency>, ApplicationModel> MODELS = new ConcurrentHashMap<>();

    private static TestResourceManager resources;

    private List<Dependency> added = List.of();

    static {
        // Most of what tests await is there at once, and the default is to look after 100 ms.
        Awaitility.setDefaultPollInterval(IterativePollInterval
                .iterative(last -> last.toMillis() < 50 ? last.multipliedBy(2) : Duration.ofMillis(100), Duration.ofMillis(1)));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        // The default, 10 s, does not tell never from late on a busy machine.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    public TestApplication() {
        withEmptyApplication();
        overrideConfigKey("quarkus.class-loading.parent-first-artifacts", SHARED);
        addBootstrapCustomizer(application -> application.setExistingModel(
                // The file that Quarkus keeps in target does not tell one version of Quarkus from another.
                MODELS.computeIfAbsent(added, any -> model(application.setDisableClasspathCache(true).build()))));
    }

    /** Without its result, Quarkus would index all test classes for each of them, to look for resources, which none has. */
    @Override
    public void beforeAll(ExtensionContext testClass) throws Exception {
        if (resources == null) {
            resources = new TestResourceManager(testClass.getRequiredTestClass());
        }
        testClass.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(TestResourceManager.class.getName(), resources);
        super.beforeAll(testClass);
    }

    private static ApplicationModel model(QuarkusBootstrap application) {
        try {
            return withoutTestLibraries(application.newAppModelFactory().resolveAppModel().getApplicationModel());
        } catch (BootstrapException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * As in an application of users. Classes of a test find these libraries in the class loader of tests; in the application,
     * they would be a third of the archives, to open and to look through at each start. It keeps those of Quarkus, which
     * injects
     * into the test, and of OpenTelemetry, as a test reads spans that the application's own classes have ended.
     */
    private static ApplicationModel withoutTestLibraries(ApplicationModel model) {
        Map<String, Object> description = model.asMap(MappableCollectionFactory.defaultInstance());
        ((Collection<?>) description.get(BootstrapConstants.MAPPABLE_DEPENDENCIES))
                .removeIf(each -> each instanceof Map<?, ?> dependency
                        && "test".equals(dependency.get(BootstrapConstants.MAPPABLE_SCOPE))
                        && !dependency.get(BootstrapConstants.MAPPABLE_MAVEN_ARTIFACT).toString()
                                .matches("io\\.(quarkus|opentelemetry):.*"));
        return ApplicationModelBuilder.fromMap(description);
    }

    /** With the server of Quarkus REST, for which few tests have a use. It takes time to build and to start. */
    public TestApplication withServer() {
        return setForcedDependencies(SERVER);
    }

    /** For a test that configures its services, and is to meet no emulator. */
    public static TestApplication withoutEmulator() {
        return new TestApplication().overrideConfigKey("quarkus.authlete.devservices.enabled", "false");
    }

    /**
     * One more service.
     *
     * @param name {@code null} for the default service
     * @param settings more of its properties, such as {@code retry.enabled=false}
     */
    public TestApplication service(String name, String url, String... settings) {
        settings(name, "url=" + url, "service-id=1", "service-access-token=api-token");
        if (url.startsWith("https:")) {
            // The first handshake of a busy machine takes longer than the default of 5 s.
            settings(name, "connect-timeout=20s", "read-timeout=20s", "attempt-timeout=20s");
        }
        return settings(name, settings);
    }

    /** More properties of a service. */
    public TestApplication settings(String name, String... settings) {
        String prefix = "quarkus.authlete." + (name == null ? "" : name + ".");
        for (String setting : settings) {
            String[] keyAndValue = setting.split("=", 2);
            overrideRuntimeConfigKey(prefix + keyAndValue[0], keyAndValue[1]);
        }
        return this;
    }

    @Override
    public TestApplication withApplicationRoot(Consumer<JavaArchive> content) {
        // The application loads the test class too, and with it this class.
        super.withApplicationRoot(jar -> content.accept(jar.addClass(TestApplication.class)));
        return this;
    }

    @Override
    public TestApplication withEmptyApplication() {
        super.withEmptyApplication();
        return this;
    }

    @Override
    public TestApplication overrideConfigKey(String key, String value) {
        super.overrideConfigKey(key, value);
        return this;
    }

    @Override
    public TestApplication overrideRuntimeConfigKey(String key, String value) {
        super.overrideRuntimeConfigKey(key, value);
        return this;
    }

    @Override
    public TestApplication setForcedDependencies(List<Dependency> dependencies) {
        added = dependencies;
        overrideConfigKey("quarkus.http.test-port", "0");
        super.setForcedDependencies(dependencies);
        return this;
    }

    @Override
    public TestApplication addBuildChainCustomizer(Consumer<BuildChainBuilder> customizer) {
        super.addBuildChainCustomizer(customizer);
        return this;
    }

    @Override
    public TestApplication setBeforeAllCustomizer(Runnable customizer) {
        super.setBeforeAllCustomizer(customizer);
        return this;
    }

    @Override
    public TestApplication setAfterAllCustomizer(Runnable customizer) {
        super.setAfterAllCustomizer(customizer);
        return this;
    }

    @Override
    public TestApplication setAfterUndeployListener(Runnable listener) {
        super.setAfterUndeployListener(listener);
        return this;
    }

    @Override
    public TestApplication setLogRecordPredicate(Predicate<LogRecord> predicate) {
        super.setLogRecordPredicate(predicate);
        return this;
    }

    @Override
    public TestApplication assertLogRecords(Consumer<List<LogRecord>> assertion) {
        super.assertLogRecords(assertion);
        return this;
    }

    @Override
    public TestApplication assertException(Consumer<Throwable> assertion) {
        super.assertException(assertion);
        return this;
    }
}

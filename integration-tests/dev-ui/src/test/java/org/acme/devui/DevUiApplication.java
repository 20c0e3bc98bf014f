package org.acme.devui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/**
 * One application, one browser and one server for all test classes, for each start takes seconds. Each test finds the emulator
 * as it was at the start.
 */
final class DevUiApplication extends QuarkusDevModeTest {

    static final DevUiApplication INSTANCE = new DevUiApplication();

    static final String API_TOKEN = "the-api-token-of-the-user";

    private final int port = freePort();
    private final RealService real = new RealService();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Browser browser;
    private AuthleteEmulator emulator;

    private DevUiApplication() {
        // Dev mode cannot tell the test which port it has taken by itself.
        System.setProperty("quarkus.http.port", Integer.toString(port));
        // Each page would ask for the list of all extensions.
        System.setProperty("quarkusRegistryClient", "false");
        withApplicationRoot(jar -> jar.addClasses(TokenResource.class, NamedServices.class).addAsResource(new StringAsset("""
                quarkus.authlete.service-access-token=%2$s
                quarkus.authlete.circuit-breaker.enabled=false
                quarkus.authlete.retry.initial-interval=50ms
                quarkus.authlete."eu".circuit-breaker.request-volume-threshold=2
                quarkus.authlete."eu".circuit-breaker.delay=1h
                quarkus.authlete."eu".retry.enabled=false
                quarkus.authlete."real".url=%1$s
                quarkus.authlete."real".service-id=4711
                quarkus.authlete."real".service-access-token=%2$s
                quarkus.authlete."jp".region=jp
                # The footer gets it too, and a stack trace is more than the connection of the Dev UI carries.
                quarkus.log.category."io.quarkus.devui".level=OFF
                """.formatted(real.url(), API_TOKEN)), "application.properties"));
    }

    Browser browser() {
        return browser;
    }

    AuthleteEmulator emulator() {
        return emulator;
    }

    RealService real() {
        return real;
    }

    @Override
    public void beforeAll(ExtensionContext testClass) {
        if (browser == null) {
            super.beforeAll(testClass);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        if (browser == null) {
            super.beforeEach(test);
            RestAssured.baseURI = "http://localhost";
            RestAssured.port = port;
            String[] handle = RestAssured.get("/tokens/emulator").asString().split(" ");
            emulator = AuthleteEmulator.of(Map.of("quarkus.authlete.url", handle[0], "quarkus.authlete.service-id", handle[1]));
            browser = new Browser("http://localhost:" + port);
            test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(DevUiApplication.class,
                    (AutoCloseable) () -> stop(test));
        }
        RestAssured.port = port;
        emulator.reset();
        real.reset();
        browser.reset();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (!undo.isEmpty()) {
            undo.forEach(Runnable::run);
            undo.clear();
            browser.forget();
            browser.waitFor("the last live reload", () -> RestAssured.get("/tokens").asString().startsWith("tokens: "));
        }
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        // The next class uses it.
    }

    private void stop(ExtensionContext last) throws Exception {
        browser.close();
        real.close();
        super.afterEach(last);
        super.afterAll(last);
    }

    /** Until the end of the test. */
    @Override
    public void modifySourceFile(Class<?> source, Function<String, String> change) {
        String[] before = new String[1];
        super.modifySourceFile(source, text -> {
            before[0] = text;
            return change.apply(text);
        });
        undo.push(() -> super.modifySourceFile(source, text -> before[0]));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

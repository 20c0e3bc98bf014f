package io.quarkiverse.authlete.deployment;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.quarkus.bootstrap.BootstrapAppModelFactory;
import io.quarkus.bootstrap.BootstrapConstants;
import io.quarkus.bootstrap.app.ApplicationModelSerializer;
import io.quarkus.test.QuarkusDevModeTest;

/**
 * An application in dev mode for all tests of a class, because a start of it costs as much as four others. Each test finds
 * the files as they were at the start.
 */
public final class DevModeApplication extends QuarkusDevModeTest {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean started;

    public DevModeApplication(Consumer<JavaArchive> content) {
        withApplicationRoot(content);
    }

    @Override
    public void beforeEach(ExtensionContext test) { // which throws an Exception in one Quarkus and not in the next
        if (!started) {
            try {
                System.setProperty(BootstrapConstants.SERIALIZED_TEST_APP_MODEL, model().toString());
                super.beforeEach(test);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            started = true;
        }
    }

    /** What the application consists of: also the server of Quarkus REST, which is not among the dependencies of the module. */
    private static Path model() throws Exception {
        return ApplicationModelSerializer.serialize(BootstrapAppModelFactory.newInstance().setTest(true).setDevMode(true)
                .setProjectRoot(Path.of("").toAbsolutePath()).setForcedDependencies(TestApplication.SERVER).resolveAppModel()
                .getApplicationModel(), true);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        undo.forEach(Runnable::run);
        undo.clear();
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        try {
            super.afterEach(testClass);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(BootstrapConstants.SERIALIZED_TEST_APP_MODEL);
            super.afterAll(testClass);
        }
    }

    @Override
    public void modifySourceFile(Class<?> source, Function<String, String> change) {
        modify(super::modifySourceFile, source, change);
    }

    @Override
    public void modifyResourceFile(String name, Function<String, String> change) {
        modify(super::modifyResourceFile, name, change);
    }

    private <T> void modify(BiConsumer<T, Function<String, String>> modification, T file, Function<String, String> change) {
        AtomicReference<String> before = new AtomicReference<>();
        modification.accept(file, text -> {
            before.set(text);
            return change.apply(text);
        });
        undo.push(() -> modification.accept(file, text -> before.get()));
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The first call makes the client, also on a thread that another library has made, with a class loader of its own. */
class FirstCallOnForeignThreadTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "eu-token");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    ReactiveTokenOperations reactive;

    @Test
    void theClientIsMadeAndTheThreadKeepsItsClassLoader() throws Exception {
        AuthleteStub.get().reset().answerJson(200, "{\"totalCount\":3}");
        ClassLoader foreign = ClassLoader.getPlatformClassLoader();

        onThreadWith(foreign, () -> {
            assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(3);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(foreign);
            return null;
        });
        onThreadWith(null, () -> {
            assertThat(reactive.list(TokenListRequest.all()).await().indefinitely().totalCount()).isEqualTo(3);
            return null;
        });
    }

    private static void onThreadWith(ClassLoader loader, Callable<Void> action) throws Exception {
        FutureTask<Void> task = new FutureTask<>(action);
        Thread thread = new Thread(task);
        thread.setContextClassLoader(loader);
        thread.start();
        task.get(1, TimeUnit.MINUTES);
    }
}

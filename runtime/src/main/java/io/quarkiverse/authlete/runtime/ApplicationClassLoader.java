package io.quarkiverse.authlete.runtime;

import java.util.function.Supplier;

/**
 * Gives threads of other libraries the context class loader of the application for a while. By that, Quarkus and SmallRye find
 * the configuration, beans and classes of the application.
 */
public record ApplicationClassLoader(ClassLoader loader) {

    /** @return the class loader of this thread, which must be one of the application's */
    public static ApplicationClassLoader ofThisThread() {
        return new ApplicationClassLoader(Thread.currentThread().getContextClassLoader());
    }

    /** Runs on this thread. */
    public <T> T get(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (before == loader) {
            return action.get();
        }
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public void run(Runnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }
}

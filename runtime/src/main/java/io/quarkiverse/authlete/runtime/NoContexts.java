package io.quarkiverse.authlete.runtime;

import java.util.function.Supplier;

import org.eclipse.microprofile.context.ThreadContext;

import io.smallrye.context.SmallRyeThreadContext;

/** Runs what needs none of the contexts of its thread, so that nothing in it captures them. */
public final class NoContexts {

    private final SmallRyeThreadContext nothing = (SmallRyeThreadContext) ThreadContext.builder()
            .propagated().cleared().unchanged(ThreadContext.ALL_REMAINING).build();

    /** @param action what to do */
    public void run(Runnable action) {
        SmallRyeThreadContext.withThreadContext(nothing, action);
    }

    /**
     * @param action what to do
     * @return what comes of it
     * @param <T> its type
     */
    public <T> T get(Supplier<T> action) {
        return SmallRyeThreadContext.withThreadContext(nothing, action);
    }
}

package io.quarkiverse.authlete.benchmarks;

/** Is told when a call has ended. */
interface Completion {

    /** @param failure why it has failed, {@code null} if it has not */
    void ended(Throwable failure);
}

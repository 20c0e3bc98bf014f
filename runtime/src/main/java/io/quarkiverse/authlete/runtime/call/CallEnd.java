package io.quarkiverse.authlete.runtime.call;

/** Takes what has become of a call, once. */
@FunctionalInterface
public interface CallEnd<T> {

    /**
     * @param answer the answer; {@code null} if the call has failed, and for answers without a body
     * @param failure why it has failed; {@code null} if it has not
     */
    void ended(T answer, Throwable failure);
}

package io.quarkiverse.authlete.runtime.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.call.CallEnd;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;

/** Lets a thread wait for an answer. Interrupting the thread cancels the call. */
public record BlockingWait(FailureFactory failures) {

    <T> T forAnswer(RequestInfo request, Uni<T> call) {
        return forAnswer(request, end -> call.subscribe().with(answer -> end.ended(answer, null),
                failure -> end.ended(null, failure))::cancel, UnaryOperator.identity());
    }

    /**
     * @param start makes the call, and gives what cancels it
     * @param interrupted adds to the failure of a thread that was interrupted
     */
    <T> T forAnswer(RequestInfo request, Function<CallEnd<T>, Runnable> start,
            UnaryOperator<AuthleteException> interrupted) {
        refuseEventLoop(Endpoint.of(request.operation()).method());
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable cancel = start.apply((item, failure) -> {
            if (failure == null) {
                answer.complete(item);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            cancel.run();
            throw interrupted.apply(interrupted(request.operation(), request.idempotent(), e));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                // It was made on an event loop, whose frames tell the caller nothing.
                failure.setStackTrace(new Throwable().getStackTrace());
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * @param method the method of {@code TokenOperations} that is called
     * @throws IllegalStateException if this thread must not wait
     */
    public void refuseEventLoop(String method) {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new IllegalStateException(
                    "TokenOperations." + method + " waits for the answer and must not be"
                            + " called on an event loop. Inject ReactiveTokenOperations, or annotate the calling method with"
                            + " @Blocking or @RunOnVirtualThread.");
        }
    }

    /**
     * Leaves the thread interrupted.
     *
     * @param idempotent whether sending the same request again has no further effect
     * @return the exception for a call whose answer nobody has waited for
     */
    public AuthleteException interrupted(TokenOperation operation, boolean idempotent, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AuthleteException(failures.call(operation, idempotent, Outcome.UNKNOWN).build(),
                "The thread was interrupted while it waited for the answer", cause);
    }
}

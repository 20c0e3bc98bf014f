package io.quarkiverse.authlete.deployment.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;

/** Makes every call with a secret in it, all at once, as some wait. */
@Path("/calls")
public class SecretCallsResource {

    private final TokenOperations emulated;
    private final TokenOperations real;
    private final ManagedExecutor executor;

    SecretCallsResource(TokenOperations emulated, @AuthleteServiceName("real") TokenOperations real,
            ManagedExecutor executor) {
        this.emulated = emulated;
        this.real = real;
        this.executor = executor;
    }

    @POST
    @Path("/emulated")
    public int emulated() {
        return failures(emulated);
    }

    @POST
    @Path("/real")
    public int real() {
        return failures(real);
    }

    private int failures(TokenOperations tokens) {
        List<CompletableFuture<Integer>> calls = Secrets.CALLS.stream().map(call -> executor.supplyAsync(() -> {
            try {
                call.apply(tokens);
                return 0;
            } catch (AuthleteException e) {
                return 1;
            }
        })).toList();
        return calls.stream().mapToInt(CompletableFuture::join).sum();
    }
}

package io.quarkiverse.authlete.deployment.faults;

import java.util.function.Function;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;

/** Makes every call with a secret in it. */
@Path("/calls")
public class SecretCallsResource {

    private final TokenOperations emulated;
    private final TokenOperations real;

    SecretCallsResource(TokenOperations emulated, @AuthleteServiceName("real") TokenOperations real) {
        this.emulated = emulated;
        this.real = real;
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

    private static int failures(TokenOperations tokens) {
        int failures = 0;
        for (Function<TokenOperations, Object> call : Secrets.CALLS) {
            try {
                call.apply(tokens);
            } catch (AuthleteException e) {
                failures++;
            }
        }
        return failures;
    }
}

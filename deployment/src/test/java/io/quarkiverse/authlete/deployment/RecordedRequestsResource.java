package io.quarkiverse.authlete.deployment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Changed while the application runs, see {@link EmulatorInDevModeTest}. */
@Path("/requests")
public class RecordedRequestsResource {

    private final TokenOperations tokens;
    private final AuthleteEmulator emulator;

    RecordedRequestsResource(TokenOperations tokens, AuthleteEmulator emulator) {
        this.tokens = tokens;
        this.emulator = emulator;
    }

    @GET
    public String count() {
        tokens.list(TokenListRequest.all());
        return "before " + emulator.requests().size();
    }
}

package org.acme.devui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.arc.InjectableInstance;

/** Uses two named services. One of them lacks configuration. */
@Path("/named")
public class NamedServices {

    private final TokenOperations eu;
    private final AuthleteEmulator emulator;
    private final InjectableInstance<TokenOperations> jp;

    NamedServices(@AuthleteServiceName("eu") TokenOperations eu, @AuthleteServiceName("eu") AuthleteEmulator emulator,
            @AuthleteServiceName("jp") InjectableInstance<TokenOperations> jp) {
        this.eu = eu;
        this.emulator = emulator;
        this.jp = jp;
    }

    @GET
    public String list() {
        return TokenResult.of(() -> eu.list(TokenListRequest.all())) + " " + jp.isResolvable();
    }

    @POST
    public void fail(@RestQuery boolean failing) {
        emulator.clearFaults();
        if (failing) {
            emulator.inject(Fault.status(500).untilCleared());
        }
    }
}

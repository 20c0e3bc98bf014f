package org.acme.devui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.arc.InjectableInstance;

/** Uses two named services, but not the default one. */
@Path("/named")
public class NamedServices {

    private final TokenOperations eu;
    private final InjectableInstance<TokenOperations> jp;

    NamedServices(@AuthleteServiceName("eu") TokenOperations eu,
            @AuthleteServiceName("jp") InjectableInstance<TokenOperations> jp) {
        this.eu = eu;
        this.jp = jp;
    }

    @GET
    public String count() {
        return eu.list(TokenListRequest.all()).totalCount() + " " + jp.isResolvable();
    }
}

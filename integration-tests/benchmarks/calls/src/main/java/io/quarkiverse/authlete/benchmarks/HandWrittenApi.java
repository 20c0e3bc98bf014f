package io.quarkiverse.authlete.benchmarks;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.smallrye.mutiny.Uni;

/** What a team would write by hand. */
@RegisterRestClient(configKey = "hand-written")
@Path("/api/{serviceId}/auth/token")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ClientHeaderParam(name = "Authorization", value = Requests.AUTHORIZATION)
public interface HandWrittenApi {

    @POST
    @Path("/create")
    TokenCreateResponse create(@PathParam("serviceId") String serviceId, TokenCreateRequest request);

    @GET
    @Path("/get/list")
    TokenListResponse list(@PathParam("serviceId") String serviceId, @QueryParam("start") int start,
            @QueryParam("end") int end);

    @POST
    @Path("/create")
    Uni<TokenCreateResponse> createLater(@PathParam("serviceId") String serviceId, TokenCreateRequest request);

    @GET
    @Path("/get/list")
    Uni<TokenListResponse> listLater(@PathParam("serviceId") String serviceId, @QueryParam("start") int start,
            @QueryParam("end") int end);
}

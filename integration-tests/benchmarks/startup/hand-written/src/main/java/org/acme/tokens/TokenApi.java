package org.acme.tokens;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The five operations as a team would write them by hand, with the few fields that it needs. */
@RegisterRestClient(configKey = "tokens")
@Path("/api/{serviceId}/auth/token")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${tokens.service-access-token}")
@Timeout(10_000)
@Retry(maxRetries = 3, delay = 500)
@CircuitBreaker(requestVolumeThreshold = 20)
interface TokenApi {

    @GET
    @Path("/get/list")
    ListResponse list(@PathParam("serviceId") String serviceId, @QueryParam("subject") String subject,
            @QueryParam("start") int start, @QueryParam("end") int end);

    @POST
    @Path("/create")
    CreateResponse create(@PathParam("serviceId") String serviceId, CreateRequest request);

    @POST
    @Path("/update")
    UpdateResponse update(@PathParam("serviceId") String serviceId, UpdateRequest request);

    @DELETE
    @Path("/delete/{token}")
    void delete(@PathParam("serviceId") String serviceId, @PathParam("token") String token);

    @POST
    @Path("/revoke")
    RevokeResponse revoke(@PathParam("serviceId") String serviceId, RevokeRequest request);

    record ListResponse(int totalCount, List<ListedToken> accessTokens) {
    }

    record ListedToken(String accessTokenHash, long clientId, String subject, List<String> scopes) {
    }

    record CreateRequest(String grantType, long clientId, String subject, List<String> scopes) {
    }

    record CreateResponse(String accessToken, long expiresIn, List<String> scopes) {
    }

    record UpdateRequest(String accessToken, List<String> scopes) {
    }

    record UpdateResponse(List<String> scopes) {
    }

    record RevokeRequest(String subject) {
    }

    record RevokeResponse(int count) {
    }
}

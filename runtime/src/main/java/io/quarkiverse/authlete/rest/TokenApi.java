package io.quarkiverse.authlete.rest;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

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
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkus.rest.client.reactive.NotBody;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.faulttolerance.api.CustomBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import io.smallrye.mutiny.Uni;

/**
 * The token operations as a declarative MicroProfile REST client, for callers who want the bare HTTP mapping.
 * {@code @Inject @RestClient TokenApi} gives a client of the default service; URL, credentials, headers, timeouts and
 * pool come from {@code quarkus.authlete.*}. Applications are better served by
 * {@link io.quarkiverse.authlete.TokenOperations}, which checks requests before they are sent, and tells the outcome of a
 * call.
 * <p>
 * The build registers the client if a class of the application, or of a dependency that is indexed or depends on this
 * extension, names this interface.
 * <p>
 * Do not await a {@code Uni} on a worker thread: the annotations go on there after each attempt, and when all workers wait,
 * they wait forever. Return it, or use {@link io.quarkiverse.authlete.TokenOperations}.
 * <p>
 * The outcome in an exception is that of the last request. An earlier one of the same call may have been carried out, if the
 * request is idempotent: others are not retried then.
 * <p>
 * The fault-tolerance annotations are active for the injected bean, with a circuit breaker for each operation. Their keys of
 * MicroProfile Fault Tolerance have the name of the class that Quarkus makes:
 * {@code io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper/Retry/maxRetries}. No retry is made that could
 * take effect twice.
 * <p>
 * A service ID, a token identifier, a header or a body that would mean something else to the server is refused with
 * {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException}. Nothing else in a request is checked.
 * <p>
 * All methods fail with {@link io.quarkiverse.authlete.error.AuthleteException}, or the exceptions of MicroProfile Fault
 * Tolerance. {@code serviceId} is the ID that Authlete
 * has given the service; it is not {@code null}.
 *
 * @since 1.0.0
 */
@RegisterRestClient(configKey = "authlete", baseUri = TokenApi.CONFIGURED_URL)
@Path("/api/{serviceId}/auth/token")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
// These numbers are the defaults of quarkus.authlete.* too: the build reads them from here.
@Timeout(value = 10, unit = ChronoUnit.SECONDS)
@Retry(maxRetries = 3, delay = 500, maxDuration = 30, durationUnit = ChronoUnit.SECONDS)
@RetryWhen(exception = RetryableFailure.class)
@CustomBackoff(TokenRetryBackoff.class)
@CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS, successThreshold = 1, skipOn = {
        AuthleteInvalidRequestException.class, AuthleteResultException.class, AuthleteActionException.class })
public interface TokenApi {

    /** Stands for the URL in {@code quarkus.authlete.url} or of {@code quarkus.authlete.region}. */
    String CONFIGURED_URL = "https://configured-by-quarkus-authlete.invalid";

    /**
     * Lists access tokens: {@code GET /api/{serviceId}/auth/token/get/list}.
     *
     * @param serviceId the service ID
     * @param clientIdentifier only tokens of this client (ID or alias); {@code null} for all
     * @param subject only tokens of this subject; {@code null} for all
     * @param start index of the first token, inclusive; {@code null} for 0
     * @param end index behind the last token, exclusive, at most {@code start + 20}; {@code null} for the server's default,
     *        which is documented both as 5 and as 20
     * @param tokenStatus only tokens of this status; {@code null} leaves it to the server
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return the page
     */
    @CheckReturnValue
    @GET
    @Path("/get/list")
    Uni<TokenListResponse> list(@PathParam("serviceId") String serviceId,
            @QueryParam("clientIdentifier") String clientIdentifier,
            @QueryParam("subject") String subject,
            @QueryParam("start") Integer start,
            @QueryParam("end") Integer end,
            @QueryParam("tokenStatus") TokenStatus tokenStatus,
            @NotBody Map<String, List<String>> headers);

    /**
     * Creates an access token: {@code POST /api/{serviceId}/auth/token/create}.
     *
     * @param serviceId the service ID
     * @param request what to create
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return the token
     */
    @CheckReturnValue
    @POST
    @Path("/create")
    Uni<TokenCreateResponse> create(@PathParam("serviceId") String serviceId, TokenCreateRequest request,
            @NotBody Map<String, List<String>> headers);

    /**
     * Creates many access tokens, later: {@code POST /api/{serviceId}/auth/token/create/batch}.
     *
     * @param serviceId the service ID
     * @param dryRun whether the server is only to check the requests; {@code null} leaves it to the server
     * @param requests what to create
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return the ID of the batch; {@code null} in it if the server has sent none
     */
    @CheckReturnValue
    @POST
    @Path("/create/batch")
    Uni<TokenBatchResponse> createBatch(@PathParam("serviceId") String serviceId, @QueryParam("dryRun") Boolean dryRun,
            List<TokenCreateRequest> requests, @NotBody Map<String, List<String>> headers);

    /**
     * Asks how far a batch has come: {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
     *
     * @param serviceId the service ID
     * @param requestId the ID of the batch
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return the status
     */
    @CheckReturnValue
    @GET
    @Path("/create/batch/status/{requestId}")
    Uni<TokenBatchStatusResponse> batchStatus(@PathParam("serviceId") String serviceId,
            @PathParam("requestId") String requestId, @NotBody Map<String, List<String>> headers);

    /**
     * Updates an access token: {@code POST /api/{serviceId}/auth/token/update}.
     *
     * @param serviceId the service ID
     * @param request which token to update, and what
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return the token as it is now
     */
    @CheckReturnValue
    @POST
    @Path("/update")
    Uni<TokenUpdateResponse> update(@PathParam("serviceId") String serviceId, TokenUpdateRequest request,
            @NotBody Map<String, List<String>> headers);

    /**
     * Deletes an access token and its refresh token: {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}.
     *
     * @param serviceId the service ID
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return completes when the token is deleted
     */
    @CheckReturnValue
    @DELETE
    @Path("/delete/{accessTokenIdentifier}")
    Uni<Void> delete(@PathParam("serviceId") String serviceId,
            @PathParam("accessTokenIdentifier") String accessTokenIdentifier,
            @NotBody Map<String, List<String>> headers);

    /**
     * Revokes access tokens: {@code POST /api/{serviceId}/auth/token/revoke}.
     *
     * @param serviceId the service ID
     * @param request which tokens to revoke
     * @param headers headers to send beside the configured ones; may be {@code null}
     * @return how many tokens were revoked
     */
    @CheckReturnValue
    @POST
    @Path("/revoke")
    Uni<TokenRevokeResponse> revoke(@PathParam("serviceId") String serviceId, TokenRevokeRequest request,
            @NotBody Map<String, List<String>> headers);
}

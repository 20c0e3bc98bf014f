package io.quarkiverse.authlete.it;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** The operations with the model of the extension as JSON on both sides. */
@Path("/operations")
public class OperationsResource {

    private final TokenOperations tokens;

    OperationsResource(TokenOperations tokens) {
        this.tokens = tokens;
    }

    @GET
    public TokenListResponse list(@RestQuery String subject) {
        return tokens.list(TokenListRequest.builder().subject(subject).tokenStatus(TokenStatus.VALID).build());
    }

    @POST
    @Path("/create")
    public TokenCreateResponse create(TokenCreateRequest request) {
        return tokens.create(request);
    }

    @POST
    @Path("/batch")
    public TokenBatchResponse createBatch(List<TokenCreateRequest> requests) {
        return tokens.createBatch(TokenBatchRequest.of(requests));
    }

    @GET
    @Path("/batch/{requestId}")
    public TokenBatchStatus awaitBatch(@RestPath String requestId) {
        return tokens.awaitBatch(requestId);
    }

    @POST
    @Path("/update")
    public TokenUpdateResponse update(TokenUpdateRequest request) {
        return tokens.update(request);
    }

    @DELETE
    @Path("/{token}")
    public void delete(@RestPath String token) {
        tokens.delete(token);
    }

    @POST
    @Path("/revoke")
    public TokenRevokeResponse revoke(TokenRevokeRequest request) {
        return tokens.revoke(request);
    }

    /** Failures as values. */
    @POST
    @Path("/attempt")
    public String attempt(TokenCreateRequest request) {
        return TokenResult.of(() -> tokens.create(request)).fold(created -> "issued " + created.tokenId(),
                failure -> "failed: " + failure.outcome());
    }
}

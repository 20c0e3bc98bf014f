package io.quarkiverse.authlete.runtime.validation;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/**
 * Refuses a request that the API could only refuse or, worse, misunderstand, before it is sent. Every method throws an
 * {@link AuthleteInvalidRequestException} that names the field. To know that a request can be written as JSON is to have
 * written it, so the methods for requests with a body return it.
 */
public record RequestValidator(String service) {

    private static final String REQUESTS = "requests";

    public void list(TokenListRequest request) {
        Check check = new Check(TokenOperation.LIST, service);
        check.present(request);
        check.notBlank("clientIdentifier", request.clientIdentifier());
        check.notBlank("subject", request.subject());
        check.unicode("clientIdentifier", request.clientIdentifier());
        check.unicode("subject", request.subject());
        check.notNegative("start", request.start());
        check.notNegative("end", request.end());
        Integer start = request.start();
        Integer end = request.end();
        if (start != null && end != null && end < start) {
            throw check.refused("end",
                    "(" + end + ") is before start (" + start + "): set it after start, or to start to count tokens only");
        }
    }

    public byte[] create(TokenCreateRequest request) {
        Check check = new Check(TokenOperation.CREATE, service);
        check.present(request);
        CreateRules.apply(check, request);
        return check.json(request);
    }

    public byte[] createBatch(TokenBatchRequest request) {
        Check check = new Check(TokenOperation.CREATE_BATCH, service);
        check.present(request);
        check.that(request.requests() != null && !request.requests().isEmpty(), REQUESTS,
                "is empty: put at least one request to create a token in it");
        for (int i = 0; i < request.requests().size(); i++) {
            Check element = check.element(REQUESTS, i);
            CreateRules.apply(element, request.requests().get(i));
            element.that(request.requests().get(i).accessToken() != null, "accessToken",
                    "is missing: choose the value of the token, which a batch does not return");
        }
        return batchBody(request.requests());
    }

    /**
     * @param requests the requests of a batch, which may be wrong in other ways; may be {@code null}
     * @return the requests as JSON; {@code null} if there are none to send
     */
    public byte[] batchBody(List<TokenCreateRequest> requests) {
        if (requests == null) {
            return null;
        }
        Check check = new Check(TokenOperation.CREATE_BATCH, service);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.write('[');
        for (int i = 0; i < requests.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            json.writeBytes(check.element(REQUESTS, i).json(requests.get(i)));
        }
        json.write(']');
        return json.toByteArray();
    }

    public void batchStatus(String requestId) {
        new Check(TokenOperation.BATCH_STATUS, service).pathSegment("requestId", requestId,
                "pass the requestId that createBatch has returned");
    }

    public byte[] update(TokenUpdateRequest request) {
        Check check = new Check(TokenOperation.UPDATE, service);
        check.present(request);
        check.that(request.accessToken() != null || request.accessTokenHash() != null || request.refreshToken() != null
                || request.refreshTokenHash() != null || request.tokenId() != null, "accessToken",
                "is missing: name the token by accessToken, accessTokenHash, refreshToken, refreshTokenHash or tokenId");
        check.notBlank("accessToken", request.accessToken());
        check.notBlank("accessTokenHash", request.accessTokenHash());
        check.notBlank("refreshToken", request.refreshToken());
        check.notBlank("refreshTokenHash", request.refreshTokenHash());
        check.notBlank("tokenId", request.tokenId());
        check.notBlank("certificateThumbprint", request.certificateThumbprint());
        check.notBlank("dpopKeyThumbprint", request.dpopKeyThumbprint());
        PropertyRules.apply(check, request.properties());
        check.authorizationDetails(request.authorizationDetails());
        return check.json(request);
    }

    public void delete(String accessTokenIdentifier) {
        new Check(TokenOperation.DELETE, service).pathSegment("accessTokenIdentifier", accessTokenIdentifier,
                "pass an access token, a refresh token, or the hash of one");
    }

    public byte[] revoke(TokenRevokeRequest request) {
        Check check = new Check(TokenOperation.REVOKE, service);
        check.present(request);
        check.that(request.accessTokenIdentifier() != null || request.refreshTokenIdentifier() != null
                || request.clientIdentifier() != null || request.subject() != null, "accessTokenIdentifier",
                "is missing: set accessTokenIdentifier, refreshTokenIdentifier, clientIdentifier or subject");
        check.notBlank("accessTokenIdentifier", request.accessTokenIdentifier());
        check.notBlank("refreshTokenIdentifier", request.refreshTokenIdentifier());
        check.notBlank("clientIdentifier", request.clientIdentifier());
        check.notBlank("subject", request.subject());
        return check.json(request);
    }

    /**
     * @param request its request, which may be wrong in other ways
     * @return the request as JSON
     */
    public byte[] body(TokenOperation operation, TokenRequest request) {
        return new Check(operation, service).json(request);
    }

    /** @param options what is different for the call; {@code null} is refused */
    public void options(TokenOperation operation, RequestOptions options) {
        new Check(operation, service).that(options != null, "options", "is null: pass RequestOptions.none()");
    }

    /** @param headers the headers of the call, may be {@code null} */
    public void headers(TokenOperation operation, Map<String, List<String>> headers) {
        if (headers == null) {
            return;
        }
        Check check = new Check(operation, service);
        headers.forEach((name, values) -> {
            check.that(values != null, "headers", "has null in place of the values of a header: leave the header out");
            values.forEach(value -> check.header(name, value));
        });
    }

    /** @param serviceId the ID of the Authlete service, which is part of the path */
    public void serviceId(TokenOperation operation, String serviceId) {
        new Check(operation, service).pathSegment("serviceId", serviceId, "set the ID of the Authlete service");
    }
}

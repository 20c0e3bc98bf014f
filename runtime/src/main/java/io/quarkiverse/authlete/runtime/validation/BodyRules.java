package io.quarkiverse.authlete.runtime.validation;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/**
 * What JSON demands of a request: text that UTF-8 can hold. Jackson writes half of a surrogate pair as bytes that no server can
 * read, or fails when the REST client already has a connection for the request, which it then does not give back.
 */
final class BodyRules {

    /** @return the request as JSON, in UTF-8 */
    byte[] apply(Check check, TokenRequest request) {
        String json = json(check, request);
        check.that(Unicode.isValid(json), "request", "has text that is not valid Unicode: half of a surrogate pair");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private String json(Check check, TokenRequest request) {
        try {
            return TokenJson.requestWriter().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw check.refused("request", "can't be written as JSON");
        }
    }
}

package io.quarkiverse.authlete.runtime.validation;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AuthorizationDetails;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.HeaderRules;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/** The rules that several operations share. A reason never holds the value: it may be a token. */
record Check(TokenOperation operation, String service, String prefix) {

    private static final Set<TokenOperation> NOT_IDEMPOTENT = EnumSet.of(TokenOperation.CREATE, TokenOperation.CREATE_BATCH);

    Check(TokenOperation operation, String service) {
        this(operation, service, "");
    }

    /** @return a check of one element of a list, whose fields are named with its index */
    Check element(String list, int index) {
        return new Check(operation, service, list + "[" + index + "].");
    }

    AuthleteInvalidRequestException refused(String field, String reason) {
        FailedCall call = FailedCall.builder(operation, service, !NOT_IDEMPOTENT.contains(operation), Outcome.NOT_SENT)
                .attempts(0).build();
        String path = prefix + field;
        return new AuthleteInvalidRequestException(call, path, path + " " + reason);
    }

    void that(boolean valid, String field, String reason) {
        if (!valid) {
            throw refused(field, reason);
        }
    }

    void present(Object request) {
        that(request != null, "request", "is null: pass a request");
    }

    /** What is not valid would reach the server as another text. */
    void unicode(String field, String value) {
        that(value == null || isUnicode(value), field,
                "is not valid Unicode text: it has half of a surrogate pair");
    }

    /** A blank value is a mistake of the caller, which the server might take for an absent one. */
    void notBlank(String field, String value) {
        that(value == null || !value.isBlank(), field, "is blank: set it to a value, or leave it out");
    }

    void notNegative(String field, Number value) {
        that(value == null || value.longValue() >= 0, field, "is negative: set it to 0 or more, or leave it out");
    }

    void authorizationDetails(AuthorizationDetails details) {
        for (int i = 0; details != null && i < details.elements().size(); i++) {
            if (isBlank(details.elements().get(i).type())) {
                throw refused("authorizationDetails", "has no type at index " + i + ": give every element a type (RFC 9396)");
            }
        }
    }

    /** Percent-encoding makes any text safe in a path, except for what servers and proxies treat apart even then. */
    void pathSegment(String field, String value, String hint) {
        String problem = isBlank(value) ? "is null or blank"
                : value.equals(".") || value.equals("..") ? "is a dot segment, which would change the path"
                        : hasControl(value) ? "has a control character"
                                : isUnicode(value) ? null : "is not valid Unicode text";
        if (problem != null) {
            throw refused(field, problem + ": " + hint);
        }
    }

    void header(String name, String value) {
        try {
            HeaderRules.check(name, value);
        } catch (IllegalArgumentException e) {
            throw refused("headers", "is refused: " + e.getMessage());
        }
    }

    /**
     * Demands text that UTF-8 can hold: Jackson writes half of a surrogate pair as bytes that no server can read, or fails when
     * the REST client already has a connection for the request, which it then does not give back.
     *
     * @return the request as JSON, in UTF-8
     */
    byte[] json(TokenRequest request) {
        String json;
        try {
            json = TokenJson.requestWriter().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw refused("request", "can't be written as JSON");
        }
        that(isUnicode(json), "request", "has text that is not valid Unicode: half of a surrogate pair");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Quicker than an encoder: it looks at every request. */
    private static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}

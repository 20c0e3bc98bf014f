package io.quarkiverse.authlete.runtime.call;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * What a call sends, the same in each attempt.
 *
 * @param path the path below {@code /api/{serviceId}/auth/token/}, with the query, encoded
 * @param json the body; {@code null} if there is none
 * @param answeredBy whether an answer can be one to this request; not if it names something else than the request
 * @param before what is known about the effect of the call before this is sent
 * @param sequel what follows it; {@code null} if the call ends with it
 */
public record Request<T>(Endpoint endpoint, String serviceId, String path, byte[] json, Map<String, List<String>> headers,
        RequestInfo info, Predicate<T> answeredBy, Outcome before, Sequel<?> sequel) {

    /** Leaves out what may be a token. */
    @Override
    public String toString() {
        return "Request[" + endpoint.operation() + "]";
    }
}

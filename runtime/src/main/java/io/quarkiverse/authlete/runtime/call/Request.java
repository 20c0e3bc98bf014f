package io.quarkiverse.authlete.runtime.call;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * What a call sends, the same in each attempt.
 *
 * @param endpoint where it goes
 * @param path the path below {@code /api/{serviceId}/auth/token/}, with the query, encoded
 * @param serviceId the service ID in the path
 * @param json the body; {@code null} if there is none
 * @param headers headers of this call, checked
 * @param info what matters of the request if the call fails
 * @param answeredBy whether an answer can be one to this request; not if it names something else than the request
 * @param <T> the type of the answer
 */
public record Request<T>(Endpoint endpoint, String serviceId, String path, byte[] json, Map<String, List<String>> headers,
        RequestInfo info, Predicate<T> answeredBy) {

    /** Leaves out what may be a token. */
    @Override
    public String toString() {
        return "Request[" + endpoint + "]";
    }
}

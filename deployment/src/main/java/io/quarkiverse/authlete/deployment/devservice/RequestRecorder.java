package io.quarkiverse.authlete.deployment.devservice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;

/** Turns requests into what may be shown of them. */
final class RequestRecorder {

    /** A thousand larger ones would be too much to keep. */
    private static final int MAX_BODY_SIZE = 64 * 1024;

    /** The handle of the emulator reads no deeper ones. */
    private static final int MAX_DEPTH = 90;

    private final RequestLog log;
    private final SecretMask mask;
    private final RequestBodyReader bodies;
    private final InstantSource clock;

    RequestRecorder(RequestLog log, SecretMask mask, RequestBodyReader bodies, InstantSource clock) {
        this.log = log;
        this.mask = mask;
        this.bodies = bodies;
        this.clock = clock;
    }

    RequestLog.Entry record(ApiRequest request, String serviceId, Endpoint endpoint, Optional<Fault> fault) {
        return log.add(RecordedRequest.builder().time(Instant.ofEpochMilli(clock.millis())).serviceId(serviceId)
                .operation(endpoint.operation()).query(mask.query(query(request))).headers(mask.headers(request.headers()))
                .body(body(endpoint, request)).fault(fault.orElse(null)).build());
    }

    private static Map<String, List<String>> query(ApiRequest request) {
        try {
            return UrlEncoding.decodePairs(request.query());
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static boolean isDeeper(JsonNode node, int depth) {
        return depth == 0 ? node.isContainerNode()
                : StreamSupport.stream(node.spliterator(), false).anyMatch(child -> isDeeper(child, depth - 1));
    }

    private Map<String, Object> body(Endpoint endpoint, ApiRequest request) {
        if (request.body() == null || request.body().length == 0 || request.body().length > MAX_BODY_SIZE) {
            return Map.of();
        }
        try {
            ObjectNode members = bodies.read(endpoint, request.header("content-type"), request.body()).members();
            if (isDeeper(members, MAX_DEPTH)) {
                return Map.of();
            }
            return endpoint == Endpoint.CREATE_BATCH ? mask.batch(members) : mask.body(members);
        } catch (RefusedException e) {
            return Map.of();
        }
    }
}

package io.quarkiverse.authlete.runtime.audit;

import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenAuditEvent;

/** Writes a record as one line of JSON. All of it is ASCII, so that no subject can forge a line or confuse a terminal. */
final class AuditLine {

    private final JsonMapper mapper = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    String of(TokenAuditEvent event) {
        ObjectNode line = mapper.createObjectNode();
        line.put("time", event.time().toString());
        line.put("operation", event.operation().label());
        line.put("service", event.service());
        line.put("principal", event.principal());
        line.put("client", event.clientIdentifier());
        line.put("subject", event.subject());
        if (event.scopes() != null) {
            event.scopes().forEach(line.putArray("scopes")::add);
        }
        line.put("tokenId", event.tokenId());
        line.put("accessToken", event.accessTokenFingerprint());
        line.put("refreshToken", event.refreshTokenFingerprint());
        line.put("batch", event.batchId());
        line.put("revoked", event.revoked());
        line.put("outcome", label(event.outcome()));
        line.put("recovered", event.recovered() ? true : null);
        line.put("attempts", event.attempts());
        line.put("status", event.status());
        line.put("resultCode", event.resultCode());
        line.properties().removeIf(field -> field.getValue().isNull());
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers can always be written", e);
        }
    }

    private static String label(Outcome outcome) {
        return outcome == null ? "success" : outcome.name().toLowerCase(Locale.ROOT);
    }
}

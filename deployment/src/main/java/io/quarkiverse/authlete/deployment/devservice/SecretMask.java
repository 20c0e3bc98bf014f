package io.quarkiverse.authlete.deployment.devservice;

import static io.quarkiverse.authlete.emulator.RecordedRequest.MASK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a mask over the secrets of a request. What is not known to be harmless is masked too. */
final class SecretMask {

    private static final Set<String> HARMLESS_QUERY = Set.of("clientIdentifier", "subject", "start", "end", "tokenStatus",
            "dryRun");

    private static final Set<String> HARMLESS_MEMBERS = Set.of("grantType", "clientId", "clientIdentifier", "subject", "scopes",
            "accessTokenDuration", "refreshTokenDuration", "properties", "clientIdAliasUsed", "clientEntityIdUsed",
            "metadataDocumentUsed", "accessTokenPersistent", "certificateThumbprint", "dpopKeyThumbprint",
            "authorizationDetails", "resources", "forExternalAttachment", "jwtAtClaims", "acr", "authTime", "accessTokenHash",
            "refreshTokenHash", "tokenId", "accessTokenExpiresAt", "refreshTokenExpiresAt",
            "accessTokenExpiresAtUpdatedOnScopeUpdate", "refreshTokenExpiresAtUpdatedOnScopeUpdate",
            "accessTokenValueUpdated");

    /** Applications may add any header, and there is no list of those that carry credentials. */
    private static final Pattern SECRET_HEADER = Pattern
            .compile("auth|token|secret|password|key|cookie|credential|dpop|session");

    private final Set<String> apiTokens;

    /** @param apiTokens masked in every header */
    SecretMask(Set<String> apiTokens) {
        this.apiTokens = Set.copyOf(apiTokens);
    }

    Map<String, List<String>> query(Map<String, List<String>> query) {
        Map<String, List<String>> masked = new TreeMap<>();
        query.forEach((name, values) -> masked.put(name, HARMLESS_QUERY.contains(name) ? List.copyOf(values) : List.of(MASK)));
        return masked;
    }

    Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> masked = new TreeMap<>();
        headers.forEach((name, value) -> masked.put(name, isSecret(name, value) ? MASK : value));
        return masked;
    }

    Map<String, Object> body(ObjectNode members) {
        Map<String, Object> masked = new TreeMap<>();
        members.properties().forEach(member -> {
            boolean harmless = HARMLESS_MEMBERS.contains(member.getKey());
            masked.put(member.getKey(), harmless ? value(member.getValue()) : MASK);
        });
        return masked;
    }

    /** @param members the requests of a batch, as the member {@link RequestBodyReader#BATCH} */
    Map<String, Object> batch(ObjectNode members) {
        List<Object> requests = new ArrayList<>();
        members.path(RequestBodyReader.BATCH)
                .forEach(request -> requests.add(request instanceof ObjectNode object ? body(object) : MASK));
        return Map.of(RequestBodyReader.BATCH, requests);
    }

    private boolean isSecret(String name, String value) {
        return SECRET_HEADER.matcher(name).find() || apiTokens.stream().anyMatch(value::contains);
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            boolean hidden = node.path("hidden").asBoolean();
            node.properties().forEach(member -> members.put(member.getKey(),
                    hidden && member.getKey().equals("value") ? MASK : value(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return items;
        }
        return node.isNumber() ? node.numberValue()
                : node.isBoolean() ? (Object) node.booleanValue()
                        : node.isNull() ? null : node.asText();
    }
}

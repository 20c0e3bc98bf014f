package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;

/**
 * Reads the entries of a list as Jackson would, but without boxes, buffers and reflection for each of them: a list can have
 * thousands. Values of another kind than the API defines are left to Jackson and its rules.
 */
final class AccessTokenDeserializer extends StdDeserializer<AccessToken> {

    private static final long serialVersionUID = 1L;

    AccessTokenDeserializer() {
        super(AccessToken.class);
    }

    @Override
    public AccessToken deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            return (AccessToken) context.handleUnexpectedToken(AccessToken.class, json);
        }
        String accessTokenHash = null;
        Long accessTokenExpiresAt = null;
        String refreshTokenHash = null;
        Long refreshTokenExpiresAt = null;
        long createdAt = 0;
        long lastRefreshedAt = 0;
        long clientId = 0;
        String subject = null;
        GrantType grantType = null;
        List<String> scopes = null;
        List<Property> properties = null;
        List<String> refreshTokenScopes = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "accessTokenHash" -> accessTokenHash = text(json, context);
                case "accessTokenExpiresAt" -> accessTokenExpiresAt = time(json, context);
                case "refreshTokenHash" -> refreshTokenHash = text(json, context);
                case "refreshTokenExpiresAt" -> refreshTokenExpiresAt = time(json, context);
                case "createdAt" -> createdAt = number(json, context);
                case "lastRefreshedAt" -> lastRefreshedAt = number(json, context);
                case "clientId" -> clientId = number(json, context);
                case "subject" -> subject = text(json, context);
                case "grantType" -> grantType = json.hasToken(JsonToken.VALUE_STRING)
                        ? GrantType.of(json.getText())
                        : context.readValue(json, GrantType.class);
                case "scopes" -> scopes = texts(json, context);
                case "properties" -> properties = context.readValue(json,
                        context.getTypeFactory().constructCollectionType(List.class, Property.class));
                case "refreshTokenScopes" -> refreshTokenScopes = texts(json, context);
                default -> json.skipChildren();
            }
        }
        return new AccessToken(accessTokenHash, accessTokenExpiresAt, refreshTokenHash, refreshTokenExpiresAt, createdAt,
                lastRefreshedAt, clientId, subject, grantType, scopes, properties, refreshTokenScopes);
    }

    private static String text(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : context.readValue(json, String.class);
    }

    private static Long time(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_INT) ? (Long) json.getLongValue() : context.readValue(json, Long.class);
    }

    private static long number(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_INT) ? json.getLongValue() : context.readValue(json, long.class);
    }

    private static List<String> texts(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartArrayToken()) {
            return context.readValue(json, context.getTypeFactory().constructCollectionType(List.class, String.class));
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.hasToken(JsonToken.VALUE_NULL) ? null : text(json, context));
        }
        return texts;
    }
}

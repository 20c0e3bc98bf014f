package io.quarkiverse.authlete.runtime.json;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
        AccessToken.Builder token = AccessToken.builder();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "accessTokenHash" -> token.accessTokenHash(text(json, context));
                case "accessTokenExpiresAt" -> token.accessTokenExpiresAt(time(json, context));
                case "refreshTokenHash" -> token.refreshTokenHash(text(json, context));
                case "refreshTokenExpiresAt" -> token.refreshTokenExpiresAt(time(json, context));
                case "createdAt" -> token.createdAt(number(json, context));
                case "lastRefreshedAt" -> token.lastRefreshedAt(number(json, context));
                case "clientId" -> token.clientId(number(json, context));
                case "subject" -> token.subject(text(json, context));
                case "grantType" -> token.grantType(grantType(json, context));
                case "scopes" -> token.scopes(requireNonNullElse(texts(json, context), List.of()));
                case "properties" -> token.properties(requireNonNullElse(properties(json, context), List.of()));
                case "refreshTokenScopes" -> token.refreshTokenScopes(texts(json, context));
                default -> {
                    json.nextToken();
                    json.skipChildren();
                }
            }
        }
        return token.build();
    }

    private static String text(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.nextTextValue();
        return text != null ? text : other(json, context, String.class);
    }

    private static Long time(JsonParser json, DeserializationContext context) throws IOException {
        long time = json.nextLongValue(0);
        return json.hasToken(JsonToken.VALUE_NUMBER_INT) ? (Long) time : other(json, context, Long.class);
    }

    private static long number(JsonParser json, DeserializationContext context) throws IOException {
        long number = json.nextLongValue(0);
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return number;
        }
        Long other = other(json, context, Long.class);
        return other == null ? 0 : other;
    }

    private static GrantType grantType(JsonParser json, DeserializationContext context) throws IOException {
        String grantType = json.nextTextValue();
        return grantType != null ? GrantType.of(grantType) : other(json, context, GrantType.class);
    }

    private static List<String> texts(JsonParser json, DeserializationContext context) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            return list(json, context, String.class);
        }
        List<String> texts = new ArrayList<>(4);
        for (String text = json.nextTextValue(); text != null || json.currentToken() != JsonToken.END_ARRAY; text = json
                .nextTextValue()) {
            String other = text != null ? text : other(json, context, String.class);
            if (other != null) {
                texts.add(other);
            }
        }
        return texts;
    }

    private static List<Property> properties(JsonParser json, DeserializationContext context) throws IOException {
        json.nextToken();
        return list(json, context, Property.class);
    }

    private static <T> List<T> list(JsonParser json, DeserializationContext context, Class<T> type) throws IOException {
        if (json.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        List<T> list = context.readValue(json, context.getTypeFactory().constructCollectionType(List.class, type));
        list.removeIf(Objects::isNull);
        return list;
    }

    /** A value that is not what it mostly is. */
    private static <T> T other(JsonParser json, DeserializationContext context, Class<T> type) throws IOException {
        return json.hasToken(JsonToken.VALUE_NULL) ? null : context.readValue(json, type);
    }
}

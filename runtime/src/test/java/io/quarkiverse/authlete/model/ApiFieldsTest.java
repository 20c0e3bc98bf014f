package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Every field of the API is there, under its name, and nothing else. */
class ApiFieldsTest {

    private static final Map<Class<?>, String> FIELDS = Map.ofEntries(
            Map.entry(TokenListRequest.class, "clientIdentifier subject start end tokenStatus"),
            Map.entry(TokenListResponse.class, "start end totalCount client subject accessTokens"),
            Map.entry(AccessToken.class,
                    "accessTokenHash accessTokenExpiresAt refreshTokenHash refreshTokenExpiresAt createdAt "
                            + "lastRefreshedAt clientId subject grantType scopes properties refreshTokenScopes"),
            Map.entry(LimitedClient.class, "number clientName clientNames description descriptions clientId clientIdAlias "
                    + "clientIdAliasEnabled clientType"),
            Map.entry(TokenCreateRequest.class, "grantType clientId clientIdentifier subject scopes accessTokenDuration "
                    + "refreshTokenDuration properties clientIdAliasUsed clientEntityIdUsed metadataDocumentUsed accessToken "
                    + "refreshToken accessTokenPersistent certificateThumbprint dpopKeyThumbprint authorizationDetails "
                    + "resources forExternalAttachment jwtAtClaims acr authTime sessionId"),
            Map.entry(TokenCreateResponse.class, "resultCode resultMessage action accessToken refreshToken tokenType expiresIn "
                    + "expiresAt grantType clientId clientIdentifier subject scopes refreshTokenScopes properties "
                    + "jwtAccessToken authorizationDetails forExternalAttachment tokenId sessionId"),
            Map.entry(TokenBatchRequest.class, "requests dryRun"),
            Map.entry(TokenBatchResponse.class, "resultCode resultMessage requestId"),
            Map.entry(TokenBatchStatusResponse.class, "resultCode resultMessage status"),
            Map.entry(TokenBatchStatus.class, "batchKind requestId result tokenCount errorCode errorDescription createdAt "
                    + "modifiedAt"),
            Map.entry(TokenUpdateRequest.class, "accessToken accessTokenHash refreshToken refreshTokenHash tokenId "
                    + "accessTokenExpiresAt refreshTokenExpiresAt scopes properties accessTokenExpiresAtUpdatedOnScopeUpdate "
                    + "refreshTokenExpiresAtUpdatedOnScopeUpdate accessTokenValueUpdated accessTokenPersistent "
                    + "certificateThumbprint dpopKeyThumbprint authorizationDetails forExternalAttachment"),
            Map.entry(TokenUpdateResponse.class, "resultCode resultMessage action accessToken tokenType accessTokenExpiresAt "
                    + "refreshTokenExpiresAt scopes properties authorizationDetails forExternalAttachment tokenId"),
            Map.entry(TokenRevokeRequest.class, "accessTokenIdentifier refreshTokenIdentifier clientIdentifier subject"),
            Map.entry(TokenRevokeResponse.class, "resultCode resultMessage count"),
            Map.entry(Property.class, "key value hidden"),
            Map.entry(TaggedValue.class, "tag value"),
            Map.entry(AuthorizationDetails.class, "elements"),
            Map.entry(AuthorizationDetailsElement.class,
                    "type locations actions dataTypes identifier privileges otherFields"));

    private final ObjectMapper own = TokenJson.newMapper();
    private final ObjectMapper application = new ObjectMapper().findAndRegisterModules();

    @Test
    void tableHasEveryType() {
        assertThat(FIELDS.keySet()).containsExactlyInAnyOrderElementsOf(ModelValues.withFields().toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeHasTheFields(Class<?> type) {
        assertThat(ModelValues.names(type)).containsExactlyInAnyOrder(FIELDS.get(type).split(" "));
    }

    @ParameterizedTest
    @MethodSource("types")
    void jsonHasTheFieldsAndNoAccessor(Class<?> type) {
        Object filled = ModelValues.filled(type);
        for (ObjectMapper mapper : new ObjectMapper[] { own, application }) {
            JsonNode json = mapper.valueToTree(filled);
            assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder(FIELDS.get(type).split(" "));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsWrittenIsReadAgain(Class<?> type) throws Exception {
        Object filled = ModelValues.filled(type);
        for (ObjectMapper mapper : new ObjectMapper[] { own, application }) {
            assertThat((Object) mapper.readValue(mapper.writeValueAsString(filled), type)).isEqualTo(filled);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void emptyObjectIsRead(Class<?> type) throws Exception {
        assertThat((Object) own.readValue("{}", type)).isEqualTo(ModelValues.empty(type));
    }

    static Set<Class<?>> types() {
        return FIELDS.keySet();
    }
}

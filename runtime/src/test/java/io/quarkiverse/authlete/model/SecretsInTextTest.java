package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code toString} of no record shows a secret. */
class SecretsInTextTest {

    /** The texts that may be shown. A new field is masked, or is put here by somebody who thought about it. */
    private static final Set<String> SHOWN = Set.of(
            "GrantType.value", "ClientType.value", "ResponseAction.value", "TokenBatchKind.value", "TokenBatchResult.value",
            "TaggedValue.tag", "TaggedValue.value",
            "Property.key",
            "AuthorizationDetailsElement.type", "AuthorizationDetailsElement.locations", "AuthorizationDetailsElement.actions",
            "AuthorizationDetailsElement.dataTypes", "AuthorizationDetailsElement.identifier",
            "AuthorizationDetailsElement.privileges", "AuthorizationDetailsElement.otherFields",
            "LimitedClient.clientName", "LimitedClient.description", "LimitedClient.clientIdAlias",
            "AccessToken.accessTokenHash", "AccessToken.refreshTokenHash", "AccessToken.subject", "AccessToken.scopes",
            "AccessToken.refreshTokenScopes",
            "TokenListRequest.clientIdentifier", "TokenListRequest.subject", "TokenListResponse.subject",
            "TokenCreateRequest.clientIdentifier", "TokenCreateRequest.subject", "TokenCreateRequest.scopes",
            "TokenCreateRequest.certificateThumbprint", "TokenCreateRequest.dpopKeyThumbprint",
            "TokenCreateRequest.jwtAtClaims", "TokenCreateRequest.acr",
            "TokenCreateResponse.resultCode", "TokenCreateResponse.resultMessage", "TokenCreateResponse.tokenType",
            "TokenCreateResponse.clientIdentifier", "TokenCreateResponse.subject", "TokenCreateResponse.scopes",
            "TokenCreateResponse.refreshTokenScopes", "TokenCreateResponse.tokenId",
            "TokenBatchResponse.resultCode", "TokenBatchResponse.resultMessage", "TokenBatchResponse.requestId",
            "TokenBatchStatusResponse.resultCode", "TokenBatchStatusResponse.resultMessage",
            "TokenBatchStatus.requestId", "TokenBatchStatus.errorCode", "TokenBatchStatus.errorDescription",
            "TokenUpdateRequest.accessTokenHash", "TokenUpdateRequest.refreshTokenHash", "TokenUpdateRequest.tokenId",
            "TokenUpdateRequest.scopes", "TokenUpdateRequest.certificateThumbprint", "TokenUpdateRequest.dpopKeyThumbprint",
            "TokenUpdateResponse.resultCode", "TokenUpdateResponse.resultMessage", "TokenUpdateResponse.tokenType",
            "TokenUpdateResponse.scopes", "TokenUpdateResponse.tokenId",
            "TokenRevokeRequest.clientIdentifier", "TokenRevokeRequest.subject",
            "TokenRevokeResponse.resultCode", "TokenRevokeResponse.resultMessage");

    @ParameterizedTest
    @MethodSource("records")
    void onlyWhatMayBeShownIsShown(Class<? extends Record> type) {
        String text = ModelRecords.filled(type).toString();
        Map<String, String> markers = ModelRecords.markers(type);
        markers.forEach((field, marker) -> {
            if (SHOWN.contains(field)) {
                assertThat(text).as(field).contains(marker);
            } else {
                assertThat(text).as(field).doesNotContain(marker).contains(field.split("\\.")[1] + "=***");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("recordsOfSeveralFields")
    void everySetFieldIsNamed(Class<? extends Record> type) {
        String text = ModelRecords.filled(type).toString();
        assertThat(text).startsWith(type.getSimpleName() + "[").endsWith("]");
        ModelRecords.names(type).forEach(name -> assertThat(text).contains(name + "="));
    }

    @Test
    void tableNamesOnlyFieldsThatExist() {
        assertThat(ModelRecords.stream().flatMap(type -> ModelRecords.markers(type).keySet().stream()))
                .containsAll(SHOWN);
    }

    @Test
    void absentFieldsAreLeftOutAndEmptyListsOfARequestAreNot() {
        assertThat(TokenCreateRequest.builder(GrantType.IMPLICIT).build())
                .hasToString("TokenCreateRequest[grantType=IMPLICIT]");
        assertThat(TokenUpdateRequest.accessToken("secret").scopes().build())
                .hasToString("TokenUpdateRequest[accessToken=***, scopes=[]]");
        assertThat(TokenRevokeRequest.refreshToken("secret")).hasToString("TokenRevokeRequest[refreshTokenIdentifier=***]");
        assertThat(ModelRecords.empty(TokenUpdateResponse.class))
                .hasToString("TokenUpdateResponse[forExternalAttachment=false]");
    }

    @Test
    void visiblePropertyIsShown() {
        assertThat(Property.of("colour", "red")).hasToString("Property[key=colour, value=red, hidden=false]");
        assertThat(Property.hidden("colour", "red")).hasToString("Property[key=colour, value=***, hidden=true]");
        assertThat(Property.hidden("colour", null)).hasToString("Property[key=colour, hidden=true]");
    }

    @Test
    void tokenInAResultMessageIsMasked() {
        TokenCreateResponse created = new TokenCreateResponse("A109001", "created to-ken and to-ken.jwt for session-1", null,
                "to-ken", null, null, null, null, null, null, null, null, null, null, null, "to-ken.jwt", null, false, null,
                "session-1");
        assertThat(created.toString()).contains("resultMessage=created *** and *** for ***,");
        TokenUpdateResponse updated = new TokenUpdateResponse("A135001", "updated to-ken", null, "to-ken", null, null, null,
                null,
                null, null, false, null);
        assertThat(updated.toString()).contains("resultMessage=updated ***,");
        String token = "Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q";
        assertThat(new TokenBatchStatus(null, null, null, null, token, "twice: " + token, null, null))
                .hasToString("TokenBatchStatus[errorCode=***, errorDescription=twice: ***]");
        assertThat(new TokenBatchResponse(null, "got " + token, "b1"))
                .hasToString("TokenBatchResponse[resultMessage=got ***, requestId=b1]");
        assertThat(new TokenRevokeResponse(token, null, 0)).hasToString("TokenRevokeResponse[resultCode=***, count=0]");
        assertThat(new TokenRevokeResponse("A1", "no token Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q", 0))
                .hasToString("TokenRevokeResponse[resultCode=A1, resultMessage=no token ***, count=0]");
    }

    static Stream<Class<? extends Record>> records() {
        return ModelRecords.stream();
    }

    static Stream<Class<? extends Record>> recordsOfSeveralFields() {
        return records().filter(type -> type.getRecordComponents().length > 1);
    }
}

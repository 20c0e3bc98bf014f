package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code toString} of no value shows a secret. */
class SecretsInTextTest {

    /** The texts that may be shown. A new field is masked, or is put here by somebody who thought about it. */
    private static final Set<String> SHOWN = Set.of(
            "TaggedValue.tag", "TaggedValue.value",
            "Property.key",
            "AuthorizationDetailsElement.type", "AuthorizationDetailsElement.locations", "AuthorizationDetailsElement.actions",
            "AuthorizationDetailsElement.dataTypes", "AuthorizationDetailsElement.identifier",
            "AuthorizationDetailsElement.privileges", "AuthorizationDetailsElement.otherFields",
            "LimitedClient.clientType", "LimitedClient.clientName", "LimitedClient.description", "LimitedClient.clientIdAlias",
            "AccessToken.grantType", "AccessToken.accessTokenHash", "AccessToken.refreshTokenHash", "AccessToken.subject",
            "AccessToken.scopes",
            "AccessToken.refreshTokenScopes",
            "TokenListRequest.clientIdentifier", "TokenListRequest.subject", "TokenListResponse.subject",
            "TokenCreateRequest.grantType", "TokenCreateRequest.clientIdentifier", "TokenCreateRequest.subject",
            "TokenCreateRequest.scopes",
            "TokenCreateRequest.certificateThumbprint", "TokenCreateRequest.dpopKeyThumbprint",
            "TokenCreateRequest.jwtAtClaims", "TokenCreateRequest.acr",
            "TokenCreateResponse.action", "TokenCreateResponse.grantType", "TokenCreateResponse.resultCode",
            "TokenCreateResponse.resultMessage", "TokenCreateResponse.tokenType",
            "TokenCreateResponse.clientIdentifier", "TokenCreateResponse.subject", "TokenCreateResponse.scopes",
            "TokenCreateResponse.refreshTokenScopes", "TokenCreateResponse.tokenId",
            "TokenBatchResponse.resultCode", "TokenBatchResponse.resultMessage", "TokenBatchResponse.requestId",
            "TokenBatchStatusResponse.resultCode", "TokenBatchStatusResponse.resultMessage",
            "TokenBatchStatus.requestId", "TokenBatchStatus.batchKind", "TokenBatchStatus.result", "TokenBatchStatus.errorCode",
            "TokenBatchStatus.errorDescription",
            "TokenUpdateRequest.accessTokenHash", "TokenUpdateRequest.refreshTokenHash", "TokenUpdateRequest.tokenId",
            "TokenUpdateRequest.scopes", "TokenUpdateRequest.certificateThumbprint", "TokenUpdateRequest.dpopKeyThumbprint",
            "TokenUpdateResponse.action", "TokenUpdateResponse.resultCode", "TokenUpdateResponse.resultMessage",
            "TokenUpdateResponse.tokenType",
            "TokenUpdateResponse.scopes", "TokenUpdateResponse.tokenId",
            "TokenRevokeRequest.clientIdentifier", "TokenRevokeRequest.subject",
            "TokenRevokeResponse.resultCode", "TokenRevokeResponse.resultMessage");

    @ParameterizedTest
    @MethodSource("types")
    void onlyWhatMayBeShownIsShown(Class<?> type) {
        String text = ModelValues.filled(type).toString();
        Map<String, String> markers = ModelValues.markers(type);
        markers.forEach((field, marker) -> {
            if (SHOWN.contains(field)) {
                assertThat(text).as(field).contains(marker);
            } else {
                assertThat(text).as(field).doesNotContain(marker).contains(field.split("\\.")[1] + "=***");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsMaskedInARequestIsASecret(Class<?> type) {
        if (ModelValues.filled(type) instanceof TokenRequest request && !(request instanceof TokenBatchRequest)) {
            Set<String> masked = ModelValues.markers(type).entrySet().stream()
                    .filter(marker -> marker.getKey().startsWith(type.getSimpleName() + ".")
                            && !SHOWN.contains(marker.getKey()))
                    .map(Map.Entry::getValue).collect(Collectors.toSet());
            assertThat(request.secrets()).isEqualTo(masked);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySetFieldIsNamed(Class<?> type) {
        String text = ModelValues.filled(type).toString();
        assertThat(text).startsWith(type.getSimpleName() + "{").endsWith("}");
        ModelValues.names(type).forEach(name -> assertThat(text).contains(name + "="));
    }

    @Test
    void tableNamesOnlyFieldsThatExist() {
        assertThat(types().flatMap(type -> ModelValues.markers(type).keySet().stream()))
                .containsAll(SHOWN);
    }

    @Test
    void visiblePropertyIsShown() {
        assertThat(Property.of("colour", "red")).hasToString("Property{key=colour, value=red, hidden=false}");
        assertThat(Property.hidden("colour", "red")).hasToString("Property{key=colour, value=***, hidden=true}");
    }

    @Test
    void tokenInAResultMessageIsMasked() {
        TokenCreateResponse created = TokenCreateResponse.builder().resultCode("A109001")
                .resultMessage("created to-ken and to-ken.jwt for session-1").accessToken("to-ken").jwtAccessToken("to-ken.jwt")
                .sessionId("session-1").build();
        assertThat(created.toString()).contains("resultMessage=created *** and *** for ***,");
        TokenUpdateResponse updated = TokenUpdateResponse.builder().resultCode("A135001").resultMessage("updated to-ken")
                .accessToken("to-ken").build();
        assertThat(updated.toString()).contains("resultMessage=updated ***,");
        String token = "Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q";
        assertThat(TokenBatchStatus.builder().errorCode(token).errorDescription("twice: " + token).build())
                .asString().contains("errorCode=***, errorDescription=twice: ***,");
        assertThat(TokenBatchResponse.builder().resultMessage("got " + token).requestId("b1").build())
                .hasToString("TokenBatchResponse{resultCode=null, resultMessage=got ***, requestId=b1}");
        assertThat(TokenRevokeResponse.builder().resultCode(token).build())
                .hasToString("TokenRevokeResponse{resultCode=***, resultMessage=null, count=0}");
        assertThat(TokenRevokeResponse.builder().resultCode("A1")
                .resultMessage("no token Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q").build())
                .hasToString("TokenRevokeResponse{resultCode=A1, resultMessage=no token ***, count=0}");
    }

    static Stream<Class<?>> types() {
        return ModelValues.withFields();
    }
}

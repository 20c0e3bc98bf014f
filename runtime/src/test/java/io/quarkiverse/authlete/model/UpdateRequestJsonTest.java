package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** What is sent for an update: absent is unchanged, empty is a change. */
class UpdateRequestJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void tokenIsNamedInOneOfFiveWays() throws Exception {
        assertJson(TokenUpdateRequest.accessToken("x").build(), "{'accessToken':'x'}");
        assertJson(TokenUpdateRequest.accessTokenHash("x").build(), "{'accessTokenHash':'x'}");
        assertJson(TokenUpdateRequest.refreshToken("x").build(), "{'refreshToken':'x'}");
        assertJson(TokenUpdateRequest.refreshTokenHash("x").build(), "{'refreshTokenHash':'x'}");
        assertJson(TokenUpdateRequest.tokenId("x").build(), "{'tokenId':'x'}");
    }

    @Test
    void emptyListsAreSent() throws Exception {
        assertJson(TokenUpdateRequest.tokenId("x").scopes().properties(List.of()).build(),
                "{'tokenId':'x','scopes':[],'properties':[]}");
    }

    @Test
    void listsSetToNullAreAbsent() throws Exception {
        assertJson(TokenUpdateRequest.tokenId("x").scopes("a").scopes((List<String>) null).properties((List<Property>) null)
                .build(), "{'tokenId':'x'}");
    }

    @Test
    void everyFieldIsSent() throws Exception {
        assertJson(TokenUpdateRequest.accessToken("at").accessTokenHash("ah").refreshToken("rt").refreshTokenHash("rh")
                .tokenId("id").accessTokenExpiresAt(Instant.parse("2022-01-13T04:29:09.123456Z")).refreshTokenExpiresAt(-1)
                .scopes("a").properties(Property.of("k", null)).accessTokenExpiresAtUpdatedOnScopeUpdate(true)
                .refreshTokenExpiresAtUpdatedOnScopeUpdate(false).accessTokenValueUpdated(true).accessTokenPersistent(false)
                .certificateThumbprint("ct").dpopKeyThumbprint("dt").authorizationDetails(AuthorizationDetails.of())
                .forExternalAttachment(true).build(),
                "{'accessToken':'at','accessTokenHash':'ah','refreshToken':'rt','refreshTokenHash':'rh','tokenId':'id',"
                        + "'accessTokenExpiresAt':1642048149123,'refreshTokenExpiresAt':-1,'scopes':['a'],"
                        + "'properties':[{'key':'k','hidden':false}],'accessTokenExpiresAtUpdatedOnScopeUpdate':true,"
                        + "'refreshTokenExpiresAtUpdatedOnScopeUpdate':false,'accessTokenValueUpdated':true,"
                        + "'accessTokenPersistent':false,'certificateThumbprint':'ct','dpopKeyThumbprint':'dt',"
                        + "'authorizationDetails':{'elements':[]},'forExternalAttachment':true}");
    }

    @Test
    void rawMillisAndInstantsAreTheSame() {
        assertThat(TokenUpdateRequest.tokenId("x").accessTokenExpiresAt(1642048149000L).refreshTokenExpiresAt(5).build())
                .isEqualTo(TokenUpdateRequest.tokenId("x").accessTokenExpiresAt(Instant.ofEpochSecond(1642048149))
                        .refreshTokenExpiresAt(Instant.ofEpochMilli(5)).build());
        assertThat(TokenUpdateRequest.tokenId("x").accessTokenExpiresAt(5).accessTokenExpiresAt((Instant) null).build())
                .isEqualTo(TokenUpdateRequest.tokenId("x").build());
    }

    @Test
    void onlyARequestForANewValueChangesTheValue() {
        assertThat(TokenUpdateRequest.tokenId("x").build().changesTokenValue()).isFalse();
        assertThat(TokenUpdateRequest.tokenId("x").accessTokenValueUpdated(false).build().changesTokenValue()).isFalse();
        assertThat(TokenUpdateRequest.tokenId("x").accessTokenValueUpdated(true).build().changesTokenValue()).isTrue();
    }

    @Test
    void nullAndEmptyStayApartWhenRead() throws Exception {
        assertThat(mapper.readValue("{\"scopes\":null}", TokenUpdateRequest.class).scopes()).isNull();
        assertThat(mapper.readValue("{\"scopes\":[]}", TokenUpdateRequest.class).scopes()).isEmpty();
    }

    private void assertJson(TokenUpdateRequest request, String json) throws Exception {
        assertThat(mapper.readTree(mapper.writeValueAsString(request))).isEqualTo(mapper.readTree(json.replace('\'', '"')));
    }
}

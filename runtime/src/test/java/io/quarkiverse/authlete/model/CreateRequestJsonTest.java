package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** What is sent for a create. */
class CreateRequestJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void onlyWhatIsSetIsSent() throws Exception {
        assertJson(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).build(), "{'grantType':'CLIENT_CREDENTIALS'}");
    }

    @Test
    void everyFieldIsSent() throws Exception {
        assertJson(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).clientIdentifier("alias").subject("john").scopes("a", "b").accessTokenDuration(3600)
                .refreshTokenDuration(Duration.ofDays(1)).properties(Property.of("k", "v"), Property.hidden("h", "w"))
                .clientIdAliasUsed(true).clientEntityIdUsed(false).metadataDocumentUsed(true).accessToken("at")
                .refreshToken("rt").accessTokenPersistent(false).certificateThumbprint("ct").dpopKeyThumbprint("dt")
                .authorizationDetails(
                        AuthorizationDetails.of(AuthorizationDetailsElement.builder("payment").actions("pay").build()))
                .resources(URI.create("https://example.com/r?x=1")).forExternalAttachment(true).jwtAtClaims("{\"x\":1}")
                .acr("urn:acr").authTime(1642044549).sessionId("sid").build(),
                "{'grantType':'AUTHORIZATION_CODE','clientId':26888344961664,'clientIdentifier':'alias','subject':'john',"
                        + "'scopes':['a','b'],'accessTokenDuration':3600,'refreshTokenDuration':86400,"
                        + "'properties':[{'key':'k','value':'v','hidden':false},{'key':'h','value':'w','hidden':true}],"
                        + "'clientIdAliasUsed':true,'clientEntityIdUsed':false,'metadataDocumentUsed':true,'accessToken':'at',"
                        + "'refreshToken':'rt','accessTokenPersistent':false,'certificateThumbprint':'ct',"
                        + "'dpopKeyThumbprint':'dt',"
                        + "'authorizationDetails':{'elements':[{'type':'payment','actions':['pay']}]},"
                        + "'resources':['https://example.com/r?x=1'],'forExternalAttachment':true,"
                        + "'jwtAtClaims':'{\\\"x\\\":1}','acr':'urn:acr','authTime':1642044549,'sessionId':'sid'}");
    }

    @Test
    void emptyListsAndZeroAreSent() throws Exception {
        assertJson(
                TokenCreateRequest.builder(GrantType.IMPLICIT).scopes().properties().resources().accessTokenDuration(0).build(),
                "{'grantType':'IMPLICIT','scopes':[],'accessTokenDuration':0,'properties':[],'resources':[]}");
    }

    @Test
    void applicationsMapperLeavesAbsentFieldsOutToo() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(TokenCreateRequest.builder(GrantType.IMPLICIT).build()))
                .isEqualTo("{\"grantType\":\"IMPLICIT\"}");
    }

    @Test
    void absentMembersOfAuthorizationDetailsAreNotSentAndEmptyOnesAre() throws Exception {
        AuthorizationDetailsElement element = AuthorizationDetailsElement.builder("t").locations("l").dataTypes()
                .identifier("i")
                .privileges("p").otherFields("{}").build();
        assertThat(mapper.readTree(mapper.writeValueAsString(element))).isEqualTo(mapper.readTree(
                "{'type':'t','locations':['l'],'dataTypes':[],'identifier':'i','privileges':['p'],'otherFields':'{}'}"
                        .replace('\'', '"')));
    }

    private void assertJson(TokenCreateRequest request, String json) throws Exception {
        assertThat(mapper.readTree(mapper.writeValueAsString(request))).isEqualTo(mapper.readTree(json.replace('\'', '"')));
    }
}

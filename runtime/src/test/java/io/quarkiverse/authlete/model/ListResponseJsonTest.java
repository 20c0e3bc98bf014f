package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** How the answer of a list is read. */
class ListResponseJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void pageIsRead() throws Exception {
        TokenListResponse page = read("""
                {"start":2,"end":4,"totalCount":17,"subject":"jane",
                 "client":{"number":6260,"clientName":"Shop","clientNames":[{"tag":"fr","value":"Magasin"}],
                   "description":"A shop","descriptions":[{"tag":"fr","value":"Un magasin"}],"clientId":48888344961664,
                   "clientIdAlias":"shop","clientIdAliasEnabled":true,"clientType":"CONFIDENTIAL"},
                 "accessTokens":[
                  {"accessTokenHash":"hash-1","accessTokenExpiresAt":1742048149000,"refreshTokenHash":"hash-2",
                   "refreshTokenExpiresAt":1742048150000,"createdAt":1742044549001,"lastRefreshedAt":1742044550000,
                   "clientId":48888344961664,"subject":"jane","grantType":"DEVICE_CODE","scopes":["read","write"],
                   "properties":[{"key":"k","value":"v","hidden":true}],"refreshTokenScopes":["read"]},
                  {"accessTokenHash":"hash-3","createdAt":1742044549002,"lastRefreshedAt":0,"clientId":5}]}""");
        assertThat(page).isEqualTo(TokenListResponse.builder().start(2).end(4).totalCount(17L)
                .client(LimitedClient.builder().number(6260).clientName("Shop")
                        .clientNames(List.of(TaggedValue.builder().tag("fr").value("Magasin").build())).description("A shop")
                        .descriptions(List.of(TaggedValue.builder().tag("fr").value("Un magasin").build()))
                        .clientId(48888344961664L).clientIdAlias("shop").clientIdAliasEnabled(true)
                        .clientType(ClientType.CONFIDENTIAL).build())
                .subject("jane")
                .accessTokens(List.of(
                        AccessToken.builder().accessTokenHash("hash-1").accessTokenExpiresAt(1742048149000L)
                                .refreshTokenHash("hash-2").refreshTokenExpiresAt(1742048150000L).createdAt(1742044549001L)
                                .lastRefreshedAt(1742044550000L).clientId(48888344961664L).subject("jane")
                                .grantType(GrantType.DEVICE_CODE).scopes(List.of("read", "write"))
                                .properties(List.of(Property.hidden("k", "v"))).refreshTokenScopes(List.of("read")).build(),
                        AccessToken.builder().accessTokenHash("hash-3").createdAt(1742044549002L).clientId(5).scopes(List.of())
                                .properties(List.of()).build()))
                .build());
    }

    @Test
    void absentAndNullListsAreEmptyExceptTheScopesOfTheRefreshToken() throws Exception {
        AccessToken token = read("{\"accessTokens\":[{\"scopes\":null,\"refreshTokenScopes\":null}]}").accessTokens().get(0);
        assertThat(token.scopes()).isEmpty();
        assertThat(token.properties()).isEmpty();
        assertThat(token.refreshTokenScopes()).isNull();
        assertThat(read("{\"accessTokens\":null}").accessTokens()).isEmpty();
        LimitedClient client = read("{\"client\":{\"descriptions\":null}}").client();
        assertThat(client.clientNames()).isEmpty();
        assertThat(client.descriptions()).isEmpty();
    }

    @Test
    void anAbsentTotalIsNotZero() throws Exception {
        assertThat(read("{\"accessTokens\":[]}").totalCount()).isNull();
        assertThat(read("{\"totalCount\":null}").totalCount()).isNull();
        assertThat(read("{\"totalCount\":0}").totalCount()).isZero();
    }

    @Test
    void emptyScopesOfTheRefreshTokenStayEmpty() throws Exception {
        assertThat(read("{\"accessTokens\":[{\"refreshTokenScopes\":[]}]}").accessTokens().get(0).refreshTokenScopes())
                .isNotNull().isEmpty();
    }

    @Test
    void unknownFieldsAndValuesDoNoHarm() throws Exception {
        TokenListResponse page = read("""
                {"new":{"deep":[1]},"totalCount":1,"client":{"clientId":3,"clientType":"SEMI","new":1},
                 "accessTokens":[{"grantType":"TELEPATHY","new":[],"properties":[{"key":"k","value":"v","new":1}]}]}""");
        assertThat(page.client().clientType()).isEqualTo(ClientType.of("SEMI"));
        assertThat(page.accessTokens().get(0).grantType()).isEqualTo(GrantType.of("TELEPATHY"));
        assertThat(page.accessTokens().get(0).properties()).containsExactly(Property.of("k", "v"));
    }

    @Test
    void timesAreInstants() {
        AccessToken token = AccessToken.builder().accessTokenHash("h").accessTokenExpiresAt(1742048149000L)
                .refreshTokenHash("r").refreshTokenExpiresAt(1742048150000L).createdAt(1742044549001L)
                .lastRefreshedAt(1742044550000L).clientId(5).build();
        assertThat(token.accessTokenExpiry()).isEqualTo(Instant.parse("2025-03-15T14:15:49Z"));
        assertThat(token.refreshTokenExpiry()).isEqualTo(Instant.parse("2025-03-15T14:15:50Z"));
        assertThat(token.creationTime()).isEqualTo("2025-03-15T13:15:49.001Z");
        assertThat(token.lastRefresh()).isEqualTo(Instant.parse("2025-03-15T13:15:50Z"));
    }

    @Test
    void zeroAndAbsentTimesAreEmpty() {
        AccessToken zero = AccessToken.builder().accessTokenHash("h").accessTokenExpiresAt(0L).refreshTokenHash("r")
                .refreshTokenExpiresAt(0L).createdAt(1).clientId(5).build();
        assertThat(zero.accessTokenExpiry()).isNull();
        assertThat(zero.refreshTokenExpiry()).isNull();
        assertThat(zero.lastRefresh()).isNull();
        AccessToken absent = AccessToken.builder().accessTokenHash("h").createdAt(1).clientId(5).build();
        assertThat(absent.accessTokenExpiry()).isNull();
        assertThat(absent.refreshTokenExpiry()).isNull();
    }

    private TokenListResponse read(String json) throws Exception {
        return mapper.readValue(json, TokenListResponse.class);
    }
}

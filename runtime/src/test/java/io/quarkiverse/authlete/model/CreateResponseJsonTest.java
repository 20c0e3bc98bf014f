package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** How the answer of a create is read. */
class CreateResponseJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void newTokenIsRead() throws Exception {
        TokenCreateResponse created = read("""
                {"resultCode":"A109001","resultMessage":"created","action":"OK","accessToken":"at","refreshToken":"rt",
                 "tokenType":"DPoP","expiresIn":7200,"expiresAt":1742048148973,"grantType":"TOKEN_EXCHANGE",
                 "clientId":48888344961664,"clientIdentifier":"shop","subject":"jane","scopes":["read"],
                 "refreshTokenScopes":["read","write"],"properties":[{"key":"k","value":"v"}],"jwtAccessToken":"a.b.c",
                 "authorizationDetails":{"elements":[{"type":"payment","locations":["l"],"actions":[],"dataTypes":["d"],
                   "identifier":"i","privileges":["p"],"otherFields":"{\\"amount\\":1}"}]},
                 "forExternalAttachment":true,"tokenId":"id","sessionId":"sid"}""");
        assertThat(created).isEqualTo(TokenCreateResponse.builder().resultCode("A109001").resultMessage("created")
                .action(ResponseAction.OK).accessToken("at").refreshToken("rt").tokenType("DPoP").expiresIn(7200L)
                .expiresAt(1742048148973L).grantType(GrantType.TOKEN_EXCHANGE).clientId(48888344961664L)
                .clientIdentifier("shop").subject("jane").scopes(List.of("read")).refreshTokenScopes(List.of("read", "write"))
                .properties(List.of(Property.of("k", "v"))).jwtAccessToken("a.b.c")
                .authorizationDetails(AuthorizationDetails
                        .of(AuthorizationDetailsElement.builder("payment").locations("l").actions().dataTypes("d")
                                .identifier("i").privileges("p").otherFields("{\"amount\":1}").build()))
                .forExternalAttachment(true).tokenId("id").sessionId("sid").build());
        assertThat(created.accessTokenExpiry()).isEqualTo(Instant.parse("2025-03-15T14:15:48.973Z"));
        assertThat(created.accessTokenLifetime()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void refusalIsRead() throws Exception {
        TokenCreateResponse refused = read("{\"resultCode\":\"A110201\",\"resultMessage\":\"no\",\"action\":\"BAD_REQUEST\"}");
        assertThat(refused.action()).isEqualTo(ResponseAction.BAD_REQUEST);
        assertThat(refused.accessToken()).isNull();
        assertThat(refused.clientId()).isNull();
        assertThat(refused.scopes()).isEmpty();
        assertThat(refused.properties()).isEmpty();
        assertThat(refused.refreshTokenScopes()).isNull();
        assertThat(refused.authorizationDetails()).isNull();
        assertThat(refused.forExternalAttachment()).isFalse();
        assertThat(refused.accessTokenExpiry()).isNull();
        assertThat(refused.accessTokenLifetime()).isNull();
    }

    @Test
    void nullsAreRead() throws Exception {
        assertThat(read("{\"scopes\":null,\"properties\":null,\"refreshTokenScopes\":null,\"forExternalAttachment\":null,"
                + "\"action\":null,\"grantType\":null,\"expiresAt\":null}"))
                .isEqualTo(ModelValues.empty(TokenCreateResponse.class));
    }

    @Test
    void zeroIsNoExpiry() throws Exception {
        TokenCreateResponse persistent = read("{\"expiresAt\":0,\"expiresIn\":0}");
        assertThat(persistent.expiresAt()).isZero();
        assertThat(persistent.accessTokenExpiry()).isNull();
        assertThat(persistent.accessTokenLifetime()).isNull();
    }

    @Test
    void unknownFieldsAndValuesDoNoHarm() throws Exception {
        TokenCreateResponse created = read("{\"action\":\"WAIT\",\"grantType\":\"TELEPATHY\",\"new\":{\"a\":[{}]},"
                + "\"authorizationDetails\":{\"new\":1,\"elements\":[null,{\"type\":\"t\",\"new\":1}]}}");
        assertThat(created.action()).isEqualTo(ResponseAction.of("WAIT"));
        assertThat(created.grantType()).isEqualTo(GrantType.of("TELEPATHY"));
        assertThat(created.authorizationDetails().elements())
                .containsExactly(AuthorizationDetailsElement.builder("t").build());
    }

    @Test
    void resultCodeMayBeANumber() throws Exception {
        assertThat(read("{\"resultCode\":404}").resultCode()).isEqualTo("404");
    }

    private TokenCreateResponse read(String json) throws Exception {
        return mapper.readValue(json, TokenCreateResponse.class);
    }
}

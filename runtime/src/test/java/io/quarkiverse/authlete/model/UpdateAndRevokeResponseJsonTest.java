package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** How the answers of an update and of a revoke are read. */
class UpdateAndRevokeResponseJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void changedTokenIsRead() throws Exception {
        TokenUpdateResponse updated = mapper.readValue("""
                {"resultCode":"A135001","resultMessage":"updated","action":"OK","accessToken":"at","tokenType":"Bearer",
                 "accessTokenExpiresAt":1742048149000,"refreshTokenExpiresAt":1742048150000,"scopes":["read"],
                 "properties":[{"key":"k","value":"v","hidden":false}],"authorizationDetails":{"elements":[{"type":"t"}]},
                 "forExternalAttachment":true,"tokenId":"id","new":1}""", TokenUpdateResponse.class);
        assertThat(updated).isEqualTo(TokenUpdateResponse.builder().resultCode("A135001").resultMessage("updated")
                .action(ResponseAction.OK).accessToken("at").tokenType("Bearer").accessTokenExpiresAt(1742048149000L)
                .refreshTokenExpiresAt(1742048150000L).scopes(List.of("read")).properties(List.of(Property.of("k", "v")))
                .authorizationDetails(AuthorizationDetails.of(AuthorizationDetailsElement.builder("t").build()))
                .forExternalAttachment(true).tokenId("id").build());
        assertThat(updated.accessTokenExpiry()).isEqualTo(Instant.parse("2025-03-15T14:15:49Z"));
        assertThat(updated.refreshTokenExpiry()).isEqualTo(Instant.parse("2025-03-15T14:15:50Z"));
    }

    @Test
    void unchangedTokenIsRead() throws Exception {
        TokenUpdateResponse refused = mapper.readValue(
                "{\"action\":\"NOT_FOUND\",\"resultCode\":1,\"refreshTokenExpiresAt\":0}",
                TokenUpdateResponse.class);
        assertThat(refused.action()).isEqualTo(ResponseAction.NOT_FOUND);
        assertThat(refused.resultCode()).isEqualTo("1");
        assertThat(refused.scopes()).isEmpty();
        assertThat(refused.properties()).isEmpty();
        assertThat(refused.accessTokenExpiry()).isNull();
        assertThat(refused.refreshTokenExpiry()).isNull();
    }

    @Test
    void countOfRevokedTokensIsRead() throws Exception {
        assertThat(mapper.readValue("{\"resultCode\":\"A312001\",\"resultMessage\":\"revoked\",\"count\":12,\"new\":[]}",
                TokenRevokeResponse.class))
                .isEqualTo(TokenRevokeResponse.builder().resultCode("A312001").resultMessage("revoked").count(12).build());
        assertThat(mapper.readValue("{\"resultCode\":404,\"resultMessage\":\"\"}", TokenRevokeResponse.class))
                .isEqualTo(TokenRevokeResponse.builder().resultCode("404").resultMessage("").build());
    }
}

package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** What is sent for a revoke. */
class RevokeRequestJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void eachKindSendsOnlyWhatItNeeds() throws Exception {
        assertJson(TokenRevokeRequest.accessToken("x"), "{'accessTokenIdentifier':'x'}");
        assertJson(TokenRevokeRequest.refreshToken("x"), "{'refreshTokenIdentifier':'x'}");
        assertJson(TokenRevokeRequest.client(26888344961664L), "{'clientIdentifier':'26888344961664'}");
        assertJson(TokenRevokeRequest.client("x"), "{'clientIdentifier':'x'}");
        assertJson(TokenRevokeRequest.subject("x"), "{'subject':'x'}");
        assertJson(TokenRevokeRequest.clientAndSubject("x", "y"), "{'clientIdentifier':'x','subject':'y'}");
        assertJson(TokenRevokeRequest.clientAndSubject(7, "y"), "{'clientIdentifier':'7','subject':'y'}");
    }

    @Test
    void halfAPairIsRefusedBecauseItWouldRevokeMore() {
        assertThatNullPointerException().isThrownBy(() -> TokenRevokeRequest.clientAndSubject(7, null))
                .withMessageContaining("subject").withMessageContaining("all tokens of the client");
        assertThatNullPointerException().isThrownBy(() -> TokenRevokeRequest.clientAndSubject(null, "y"))
                .withMessageContaining("clientIdentifier").withMessageContaining("all tokens of the subject");
    }

    private void assertJson(TokenRevokeRequest request, String json) throws Exception {
        assertThat(mapper.writeValueAsString(request)).isEqualTo(json.replace('\'', '"'));
    }
}

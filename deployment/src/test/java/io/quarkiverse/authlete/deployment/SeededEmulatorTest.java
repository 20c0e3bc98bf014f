package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The tokens of a file on the class path are there when the application starts. */
class SeededEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    {
                      "clients": [{"clientId": 7}],
                      "tokens": [
                        {"grantType": "AUTHORIZATION_CODE", "clientId": 7, "subject": "john", "scopes": ["history.read"]},
                        {"service": "eu", "grantType": "CLIENT_CREDENTIALS", "clientId": 8}
                      ]
                    }"""), "seeds/tokens.json"))
            .overrideConfigKey("quarkus.authlete.devservices.seed", "seeds/tokens.json");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Test
    void everyServiceHasItsOwn() {
        AccessToken token = tokens.list(TokenListRequest.all()).accessTokens().get(0);

        assertThat(token.clientId()).isEqualTo(7);
        assertThat(token.subject()).isEqualTo("john");
        assertThat(token.scopes()).containsExactly("history.read");
        assertThat(eu.list(TokenListRequest.all()).accessTokens()).extracting(AccessToken::clientId).containsExactly(8L);
    }
}

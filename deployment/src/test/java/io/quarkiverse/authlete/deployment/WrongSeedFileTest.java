package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The file and the entry are named where the user sees why the application does not start. */
class WrongSeedFileTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    {"tokens": [
                      {"grantType": "CLIENT_CREDENTIALS", "clientId": 7},
                      {"grantType": "AUTHORIZATION_CODE", "clientId": 7}
                    ]}"""), "tokens.json"))
            .overrideConfigKey("quarkus.authlete.devservices.seed", "tokens.json")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "The seed file tokens.json of the Authlete emulator is wrong: tokens[1]: subject is missing."));

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}

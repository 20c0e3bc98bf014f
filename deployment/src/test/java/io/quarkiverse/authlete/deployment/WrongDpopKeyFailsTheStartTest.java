package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;

class WrongDpopKeyFailsTheStartTest {

    private static final String JWK = TestKeys.ec(256);

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", JWK)
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.algorithm", "RS256")
            .assertException(failure -> {
                assertThat(failure).hasMessage("quarkus.authlete.dpop.algorithm of the Authlete service '<default>'"
                        + " is not possible with the key; possible is [ES256].");
                StringWriter text = new StringWriter();
                failure.printStackTrace(new PrintWriter(text));
                assertThat(text.toString()).doesNotContain(TestKeys.member("d", JWK)).doesNotContain(TestKeys.member("x", JWK));
            });

    @Inject
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}

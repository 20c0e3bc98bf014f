package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The server of testing.adoc. */
@QuarkusTest
@WithTestResource(StubServer.class)
@WithTestResource(value = FaultyServer.class, initArgs = @ResourceArg(name = "property", value = "quarkus.authlete.\"faulty\".url"))
class StubServerTest {

    @Inject
    @AuthleteServiceName("later")
    TokenOperations tokens;

    @Test
    void aFieldOfALaterVersionIsIgnored() {
        assertThat(tokens.list(TokenListRequest.builder().range(0, 20).build()).accessTokens())
                .singleElement().satisfies(token -> assertThat(token.subject()).isEqualTo("jane"));
    }
}

package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;

/** The snippets of credentials.adoc. */
@QuarkusTest
class CredentialsTest {

    @Inject
    @AuthleteServiceName("rotating")
    TokenOperations rotating;

    @Inject
    @AuthleteServiceName("rotating")
    ReactiveTokenOperations reactive;

    @ConfigProperty(name = "quarkus.authlete.\"rotating\".service-access-token")
    String currentApiToken;

    @Inject
    SecretStore secrets;

    @Inject
    @AuthleteServiceName("vault")
    TokenOperations vault;

    @Test
    void aRefusedTokenIsRenewedOnce() {
        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> rotating.list(TokenListRequest.all()));
        assertThat(e.status()).isEqualTo(401);
        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.attempts()).isEqualTo(2);

        secrets.rotate(currentApiToken);
        int reads = secrets.reads();
        Multi.createFrom().range(0, 20)
                .onItem().transformToUni(i -> reactive.list(TokenListRequest.all())).merge(20)
                .collect().asList().await().indefinitely();
        assertThat(secrets.reads()).isEqualTo(reads + 1);
    }

    @Test
    void aCredentialsProvider() {
        assertThat(vault.list(TokenListRequest.all()).totalCount()).isZero();
    }
}

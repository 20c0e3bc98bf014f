package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** Without any configuration, the injected clients work against the emulator. */
class EmulatorAsDevServiceTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.chosen.service-id", "42")
            .overrideConfigKey("quarkus.authlete.chosen.service-access-token", "chosen-token");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("chosen")
    TokenOperations chosen;

    @ConfigProperty(name = "quarkus.authlete.\"chosen\".service-id")
    String chosenServiceId;

    @Test
    void aTokenFromCreationToDeletion() {
        TokenCreateResponse created = tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).subject("lifecycle").scopes("history.read", "timeline.read")
                .properties(Property.of("device", "phone")).accessTokenDuration(Duration.ofMinutes(5)).build());
        assertThat(created.accessToken()).isNotBlank();
        assertThat(created.refreshToken()).isNotBlank();
        assertThat(created.expiresIn()).isEqualTo(300);

        AccessToken listed = tokens.list(TokenListRequest.builder().subject("lifecycle").build()).accessTokens().get(0);
        assertThat(listed.clientId()).isEqualTo(26888344961664L);
        assertThat(listed.scopes()).containsExactlyInAnyOrder("history.read", "timeline.read");
        assertThat(listed.properties()).containsExactly(Property.of("device", "phone"));

        Instant later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        TokenUpdateResponse updated = tokens.update(TokenUpdateRequest.accessToken(created.accessToken())
                .scopes("history.read").accessTokenExpiresAt(later).build());
        assertThat(updated.scopes()).containsExactly("history.read");
        assertThat(updated.accessTokenExpiresAt()).isEqualTo(later.toEpochMilli());

        tokens.delete(listed.accessTokenHash());
        assertThat(tokens.list(TokenListRequest.builder().subject("lifecycle").build()).totalCount()).isZero();
    }

    @Test
    void reactively() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(7L).build();

        Long revoked = reactive.create(request)
                .chain(created -> reactive.revoke(TokenRevokeRequest.accessToken(created.accessToken())))
                .map(response -> response.count()).await().atMost(Duration.ofMinutes(1));

        assertThat(revoked).isEqualTo(1);
    }

    @Test
    void servicesDoNotSeeEachOthersTokens() {
        eu.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("europe").build());

        assertThat(eu.list(TokenListRequest.builder().subject("europe").build()).totalCount()).isEqualTo(1);
        assertThat(tokens.list(TokenListRequest.builder().subject("europe").build()).totalCount()).isZero();
        assertThat(chosen.list(TokenListRequest.builder().subject("europe").build()).totalCount()).isZero();
    }

    @Test
    void whatTheUserHasSetIsKept() {
        assertThat(chosenServiceId).isEqualTo("42");
        assertThat(chosen.list(TokenListRequest.all(), RequestOptions.builder().serviceId(42).build()).totalCount()).isZero();
    }

    @Test
    void credentialsOfOneServiceDoNotOpenAnother() {
        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> tokens.list(TokenListRequest.all(), RequestOptions.builder().serviceId(42).build()));

        assertThat(failure.status()).isEqualTo(403);
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Clients, scopes and durations, here set for the test profile, are those of every emulated service. */
class EmulatedServiceSettingsTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("%test.quarkus.authlete.devservices.clients", "7,26888344961664")
            .overrideConfigKey("%test.quarkus.authlete.devservices.scopes", "history.read,timeline.read")
            .overrideConfigKey("%test.quarkus.authlete.devservices.access-token-duration", "90S")
            .overrideConfigKey("%test.quarkus.authlete.devservices.refresh-token-duration", "3M")
            .overrideConfigKey("%dev.quarkus.authlete.devservices.scopes", "only-in-dev");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Test
    void clients() {
        services().forEach(service -> {
            assertThat(service.create(request(7L).build()).clientId()).isEqualTo(7);
            assertThat(service.create(request(26888344961664L).build()).clientId()).isEqualTo(26888344961664L);
            assertThatThrownBy(() -> service.create(request(8L).build())).isInstanceOf(AuthleteException.class)
                    .hasMessageContaining("There is no such client");
        });
    }

    @Test
    void scopes() {
        services().forEach(service -> {
            assertThat(service.create(request(7L).scopes("history.read").build()).scopes()).containsExactly("history.read");
            assertThatThrownBy(() -> service.create(request(7L).scopes("history.write").build()))
                    .isInstanceOf(AuthleteException.class).hasMessageContaining("scope");
        });
    }

    @Test
    void durations() {
        services().forEach(service -> {
            service.create(request(7L).subject("durations").build());
            AccessToken token = service.list(TokenListRequest.builder().subject("durations").build()).accessTokens().get(0);
            assertThat(token.accessTokenExpiresAt() - token.createdAt()).isEqualTo(90_000);
            assertThat(token.refreshTokenExpiresAt() - token.createdAt()).isEqualTo(180_000);
        });
    }

    private Stream<TokenOperations> services() {
        return Stream.of(tokens, eu);
    }

    private static TokenCreateRequest.Builder request(long client) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(client).subject("john");
    }
}

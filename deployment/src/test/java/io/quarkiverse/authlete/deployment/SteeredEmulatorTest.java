package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenStatus;

/** Clients, tokens and the time in the emulator are what a test makes of them. */
class SteeredEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    {"tokens": [{"grantType": "AUTHORIZATION_CODE", "clientId": 7, "subject": "seeded"}]}"""), "seed.json"))
            .overrideConfigKey("quarkus.authlete.devservices.seed", "seed.json");

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenOperations tokens;

    /** No client of this service is injected. */
    @Inject
    @AuthleteServiceName("eu")
    AuthleteEmulator emulatorOfEu;

    @ConfigProperty(name = "quarkus.authlete.url")
    String url;

    @AfterEach
    void reset() {
        emulator.reset();
    }

    @Test
    void tokensExpireWithoutWaiting() {
        tokens.create(request("john").accessTokenDuration(Duration.ofHours(1)).build());
        Instant before = emulator.now();

        emulator.advanceClock(Duration.ofMinutes(59));
        assertThat(count("john", TokenStatus.INVALID)).isZero();
        // The stored expiry is rounded to seconds, perhaps up.
        emulator.advanceClock(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(emulator.now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
        assertThat(count("john", TokenStatus.INVALID)).isEqualTo(1);
        assertThat(count("john", TokenStatus.VALID)).isZero();
        assertThatThrownBy(() -> emulator.advanceClock(Duration.ofHours(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensToBeginWith() {
        Instant yesterday = emulator.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(1));

        TokenCreateResponse chosen = emulator.addToken(request("anna").scopes("history.read").accessToken("chosen").build());
        TokenCreateResponse old = emulator.addToken(request("paul").build(), yesterday);

        assertThat(chosen.accessToken()).isEqualTo("chosen");
        assertThat(old.accessToken()).hasSize(43);
        AccessToken listed = tokens.list(TokenListRequest.builder().subject("paul").tokenStatus(TokenStatus.INVALID).build())
                .accessTokens()
                .get(0);
        assertThat(listed.createdAt()).isEqualTo(yesterday.toEpochMilli());
        tokens.delete("chosen");
        assertThat(count("anna", TokenStatus.ALL)).isZero();
        assertThatThrownBy(() -> emulator.addToken(TokenCreateRequest.builder(GrantType.IMPLICIT).clientId(1L).build()))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("subject is missing.");
    }

    @Test
    void aClientMakesTheOthersUnknown() {
        emulator.addClient(99);

        tokens.create(request("john").clientId(99L).build());
        assertThatThrownBy(() -> tokens.create(request("john").build())).isInstanceOf(AuthleteActionException.class);
    }

    @Test
    void resetGoesBackToTheSeed() {
        emulator.addClient(99);
        emulator.addToken(request("john").clientId(99L).build());
        emulator.advanceClock(Duration.ofDays(100));
        emulator.inject(Fault.status(500).untilCleared());

        emulatorOfEu.reset();

        assertThat(emulator.faults()).isEmpty();
        assertThat(emulator.requests()).isEmpty();
        assertThat(emulator.now()).isBefore(Instant.now().plus(Duration.ofDays(1)));
        assertThat(tokens.list(TokenListRequest.builder().tokenStatus(TokenStatus.VALID).build()).accessTokens())
                .extracting(AccessToken::subject).containsExactly("seeded");
        tokens.create(request("john").build());
    }

    @Test
    void aHandleIsForOneService() {
        emulatorOfEu.addToken(request("europe").build());

        assertThat(count("europe", TokenStatus.ALL)).isZero();
        assertThat(emulatorOfEu.url()).isEqualTo(emulator.url()).isEqualTo(url);
        assertThat(emulatorOfEu).hasToString("AuthleteEmulator[" + url + ", service " + emulatorOfEu.serviceId() + "]");
    }

    @Test
    void propertiesThatLeadElsewhereAreRefused() {
        assertThatThrownBy(() -> AuthleteEmulator.of(Map.of())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.authlete.url is not among the properties of the dev services");
        assertThatThrownBy(() -> AuthleteEmulator.of(Map.of(), "eu")).hasMessageContaining("quarkus.authlete.\"eu\".url");
        assertThatThrownBy(() -> AuthleteEmulator.of(Map.of("quarkus.authlete.url", "https://us.authlete.com",
                "quarkus.authlete.service-id", "1"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not on this machine");
        assertThatThrownBy(() -> AuthleteEmulator.of(Map.of("quarkus.authlete.url", "http://localhost:1",
                "quarkus.authlete.service-id", "1")).reset()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("http://localhost:1 does not answer");
    }

    private long count(String subject, TokenStatus status) {
        return tokens.list(TokenListRequest.builder().subject(subject).tokenStatus(status).build()).totalCount();
    }

    private static TokenCreateRequest.Builder request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject(subject);
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;

/** All tokens of a user or of a client are revoked with one request. */
class RevokeAllOfOneTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @BeforeEach
    void answer() {
        AuthleteStub.get().reset().answerJson(200, "{\"count\":7}");
    }

    @Test
    void ofAUser() {
        assertThat(tokens.revokeBySubject("john").count()).isEqualTo(7);
        assertThat(TokenResult.of(() -> tokens.revokeBySubject("john")).orElseThrow().count()).isEqualTo(7);
        assertThat(reactive.revokeBySubject("john").await().atMost(PATIENCE).count()).isEqualTo(7);
        assertThat(TokenResult.of(reactive.revokeBySubject("john")).await().atMost(PATIENCE).isSuccess()).isTrue();

        assertThat(AuthleteStub.get().requests()).hasSize(4)
                .allSatisfy(request -> assertThat(request.getBodyAsString()).isEqualTo("{\"subject\":\"john\"}"));
    }

    @Test
    void ofAClient() {
        assertThat(tokens.revokeByClient("my-app").count()).isEqualTo(7);
        assertThat(TokenResult.of(() -> tokens.revokeByClient("my-app")).orElseThrow().count()).isEqualTo(7);
        assertThat(reactive.revokeByClient("my-app").await().atMost(PATIENCE).count()).isEqualTo(7);
        assertThat(TokenResult.of(reactive.revokeByClient("my-app")).await().atMost(PATIENCE).isSuccess()).isTrue();

        assertThat(AuthleteStub.get().requests()).hasSize(4).allSatisfy(
                request -> assertThat(request.getBodyAsString()).isEqualTo("{\"clientIdentifier\":\"my-app\"}"));
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Configured for one service and not for another; the tokens of both are JWTs. */
class ExactlyOnceWithEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.jwt-access-tokens", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.create.exactly-once", "true");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    AuthleteEmulator emulator;

    @Inject
    @AuthleteServiceName("eu")
    AuthleteEmulator emulatorOfEu;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void theTokenWhoseJwtWasLostIsReplaced() {
        assertThat(tokens.create(request()).recovered()).isFalse();
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());

        TokenCreateResponse created = tokens.create(request());

        assertThat(created.recovered()).isTrue();
        String claims = new String(Base64.getUrlDecoder().decode(created.jwtAccessToken().split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertThat(claims).contains("\"jti\":\"" + created.accessToken() + "\"");
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(2);
        List<TokenOperation> sent = emulator.requests().stream().map(RecordedRequest::operation).toList();
        assertThat(sent).startsWith(TokenOperation.CREATE, TokenOperation.CREATE, TokenOperation.CREATE, TokenOperation.DELETE,
                TokenOperation.CREATE);
    }

    @Test
    void anotherServiceIsNotConcerned() {
        eu.create(request());

        assertThat(emulatorOfEu.requests(TokenOperation.CREATE)).singleElement()
                .satisfies(sent -> assertThat(sent.body()).doesNotContainKey("accessToken"));
    }

    private static TokenCreateRequest request() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("john").build();
    }
}

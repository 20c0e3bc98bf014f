package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** Unless configured otherwise, the readiness check tells how the services are, calls nobody, and takes nothing down. */
class ReadinessTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Readiness.in(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Readiness.class))
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.request-volume-threshold", "4")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.delay", "2s")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.quiet.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.quiet.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.quiet.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.region", "eu")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.service-id", "3");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("quiet")
    TokenOperations quiet;

    @Inject
    @AuthleteServiceName("no-token")
    TokenOperations withoutToken;

    @Inject
    @AuthleteServiceName("nothing")
    TokenOperations unconfigured;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void servicesThatAreNotUsedOrNotConfigured() {
        Readiness readiness = Readiness.ask();

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.data()).containsEntry("<default>", "UP").containsEntry("quiet", "UP")
                .containsEntry("no-token", "INACTIVE").containsEntry("nothing", "INACTIVE");
        assertThat(readiness.data().get("no-token.reason")).asString()
                .contains("set quarkus.authlete.\"no-token\".service-access-token");
        assertThat(readiness.data().get("nothing.reason")).asString().contains("set quarkus.authlete.\"nothing\".region");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aServerThatIsDownAndUpAgain() {
        stub.answer(500, "text/plain", "secret-body");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens.list(TokenListRequest.builder().subject("secret-subject").build()))
                    .isInstanceOf(AuthleteException.class);
        }

        Readiness down = Readiness.ask();
        assertThat(down.ready()).isTrue();
        assertThat(down.data()).containsEntry("<default>", "UP").containsEntry("<default>.list.last-call", "not_permitted")
                .containsEntry("<default>.list.circuit-breaker", "open").doesNotContainKey("<default>.create.last-call");
        assertThat(down.text()).doesNotContain("secret", "localhost", AuthleteStub.API_TOKEN, AuthleteStub.SERVICE_ID);
        assertThat(stub.requests()).hasSize(4);

        stub.reset().answerJson(200, AuthleteStub.CREATED);
        await().until(() -> TokenResult.of(() -> tokens.list(TokenListRequest.all())).isSuccess());
        assertThat(Readiness.ask().data()).containsEntry("<default>.list.last-call", "success")
                .containsEntry("<default>.list.circuit-breaker", "closed");
    }

    @Test
    void aServerThatRefuses() {
        stub.answerJson(429, "{\"resultMessage\":\"secret-message\"}");
        assertThatThrownBy(() -> tokens.revoke(TokenRevokeRequest.subject("john"))).isInstanceOf(AuthleteException.class);
        assertThatThrownBy(() -> tokens.delete("")).isInstanceOf(AuthleteException.class);

        Readiness readiness = Readiness.ask();

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.text()).doesNotContain("secret");
        assertThat(readiness.data()).containsEntry("<default>.revoke.last-call", "result")
                .containsEntry("<default>.revoke.circuit-breaker", "closed").doesNotContainKey("<default>.delete.last-call");
    }
}

package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.test.QuarkusUnitTest;

/** REST client logging that the user turns on for all clients shows no token of ours. */
class LoggedSecretsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = AuthleteStub.configure(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".retry.delay", "1")
            .overrideRuntimeConfigKey("quarkus.rest-client.logging.scope", "request-response")
            .overrideRuntimeConfigKey("quarkus.rest-client.logging.body-limit", "10000")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.logging.scope", "all")
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"org.jboss.resteasy.reactive\".level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"io.quarkus.rest\".level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"io.quarkiverse.authlete\".level", "TRACE")
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(LoggedSecretsTest::assertNoSecret);

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @Test
    void noExceptionShowsASecret() {
        AuthleteStub stub = AuthleteStub.get().reset();
        TokenCreateRequest create = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
                .accessToken("secret-chosen-access").refreshToken("secret-chosen-refresh").build();
        TokenUpdateRequest update = TokenUpdateRequest.accessToken("secret-updated").build();
        Map<String, Runnable> calls = Map.of("secret-chosen-access", () -> tokens.create(create),
                "secret-updated", () -> tokens.update(update), "secret-deleted", () -> tokens.delete("secret-deleted"),
                "secret-raw-deleted", () -> api.delete("1", "secret-raw-deleted", null).await().indefinitely());
        List<Consumer<String>> answers = List.of(
                secret -> stub.answerJson(200, "{\"action\":\"OK\",\"accessToken\":\"secret-answer\"}"),
                secret -> stub.answerJson(200, "{\"action\":\"FORBIDDEN\",\"resultMessage\":\"%s\"}".formatted(secret)),
                secret -> stub.answerJson(200, "secret-answer"),
                secret -> stub.answerJson(400, "{\"resultMessage\":\"unknown token %s\"}".formatted(secret)),
                secret -> stub.answer(500, "text/plain", secret),
                secret -> stub.answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        for (Consumer<String> answer : answers) {
            calls.forEach((secret, call) -> {
                stub.reset();
                answer.accept(secret);
                Throwable failure = catchThrowable(call::run);
                if (failure != null) {
                    StringWriter text = new StringWriter();
                    failure.printStackTrace(new PrintWriter(text));
                    assertThat(text.toString()).doesNotContain("secret-").doesNotContain(AuthleteStub.API_TOKEN);
                }
            });
        }
    }

    static void assertNoSecret(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e");
        assertThat(records).isNotEmpty().map(record -> formatter.format(ExtLogRecord.wrap(record)))
                // The scripted server logs what it gets.
                .filteredOn(line -> !line.startsWith("org.eclipse.jetty"))
                .noneMatch(line -> line.contains("secret-") || line.contains(AuthleteStub.API_TOKEN));
    }
}

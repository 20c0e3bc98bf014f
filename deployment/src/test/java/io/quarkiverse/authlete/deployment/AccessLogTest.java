package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** At DEBUG, every attempt and every call is logged, without a secret. */
class AccessLogTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideConfigKey("quarkus.log.category.\"io.quarkiverse.authlete\".level", "DEBUG")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.authlete"))
            .assertLogRecords(AccessLogTest::assertLines);

    @Inject
    TokenOperations tokens;

    @Test
    void callsOfEveryKind() {
        AuthleteStub stub = AuthleteStub.get().reset();
        stub.answerJson(200, AuthleteStub.CREATED);
        tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build());

        stub.reset().answerJson(200, "{\"resultCode\":\"secret-value\",\"action\":\"OK\",\"accessToken\":\"secret-value\"}");
        tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build());

        stub.reset().answer(503, "text/plain", "secret-value");
        assertThatThrownBy(() -> tokens.list(TokenListRequest.builder().subject("secret-value").build()))
                .isInstanceOf(AuthleteException.class);

        stub.reset().answerJson(404, "{\"resultCode\":\"A001202\",\"resultMessage\":\"secret-value\"}");
        assertThatThrownBy(() -> tokens.delete("secret-value")).isInstanceOf(AuthleteException.class);

        assertThatThrownBy(() -> tokens.delete("")).isInstanceOf(AuthleteException.class);
    }

    static void assertLines(List<LogRecord> records) {
        List<String> lines = records.stream().map(record -> ExtLogRecord.wrap(record).getFormattedMessage()).toList();
        assertThat(lines).map(line -> line.replaceFirst("duration=\\d+ms", "duration=?")).containsExactly(
                "service=<default> operation=create attempt=1 result=success status=200 resultCode=A109001 duration=?",
                "service=<default> operation=create attempts=1 result=success status=200 resultCode=A109001 duration=?",
                "service=<default> operation=create attempt=1 result=success status=200 duration=?",
                "service=<default> operation=create attempts=1 result=success status=200 duration=?",
                unavailable("attempt=1"), unavailable("attempt=2"), unavailable("attempt=3"), unavailable("attempt=4"),
                unavailable("attempts=4"),
                notFound("attempt=1"), notFound("attempts=1"),
                "service=<default> operation=delete attempts=0 result=failure outcome=NOT_SENT"
                        + " failure=AuthleteInvalidRequestException duration=?");
    }

    private static String unavailable(String attempt) {
        return "service=<default> operation=list " + attempt
                + " result=failure status=503 outcome=UNKNOWN failure=AuthleteHttpException duration=?";
    }

    private static String notFound(String attempt) {
        return "service=<default> operation=delete " + attempt
                + " result=failure status=404 resultCode=A001202 outcome=REJECTED failure=AuthleteResultException duration=?";
    }
}

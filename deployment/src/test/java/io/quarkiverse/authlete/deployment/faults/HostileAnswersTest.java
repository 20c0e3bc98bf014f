package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** A hostile server, or a proxy in its place, costs no more than the documented memory and time, and learns nothing. */
class HostileAnswersTest extends FaultTest {

    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.service(
            FaultMatrix.configure(URL, HostileAnswers.class), BodyFaults.IMPATIENT, URL, "attempt-timeout=" + FaultMatrix.SHORT)
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.enable-response-decompression", "true")
            .overrideConfigKey(
                    "quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".retry.max-retries",
                    "0");

    @Inject
    @AuthleteServiceName(BodyFaults.IMPATIENT)
    TokenOperations impatient;

    @Inject
    @RestClient
    TokenApi api;

    static Stream<Arguments> matrix() {
        return FaultMatrix.everyFaultAndCall(HostileAnswers.ALL);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("matrix")
    void theFailureIsClearAndTheNextCallIsWell(String fault, String calls) {
        FaultCase row = FaultMatrix.find(HostileAnswers.ALL, fault);
        Map<String, TokenOperations> services = Map.of("<default>", tokens, BodyFaults.IMPATIENT, impatient);
        FaultMatrix.check(row, calls, services.get(row.service()), server);
    }

    @Test
    void noPieceOfAnAnswerIsInTheStackTrace() {
        for (FaultCase fault : HostileAnswers.ALL) {
            server.startAnew(fault.script());

            Throwable failure = catchThrowable(() -> fault.calls().iterator().next().make(impatient));

            assertThat(stackTrace(failure)).as(fault.name()).hasSizeLessThan(50_000).doesNotContain("secret", "aaaaaaaa");
        }
    }

    @Test
    void anEndlessAnswerIsEndedByTheClient() {
        AtomicLong written = new AtomicLong();
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                connection.write(chunk);
                written.addAndGet(chunk.length());
            }
        }));

        assertThat(catchThrowable(() -> tokens.list(TokenListRequest.all(), ONCE)))
                .isInstanceOf(AuthleteConnectionException.class).hasMessageContaining("max-response-size");
        server.startAnew(FaultScript.GOOD);

        assertThat(written).as("64K, and what the buffers of both sockets hold").hasValueLessThan(20_000_000);
    }

    @Test
    void nothingIsDecompressedAlthoughAllRestClientsAreToldTo() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10_000_000]);
        }
        String body = bomb.toString(StandardCharsets.ISO_8859_1);
        assertThat(body.length()).isLessThan(64 * 1024);
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.answer("200 OK", body,
                "Content-Type: application/json", "Content-Encoding: gzip")));

        assertThat(catchThrowable(() -> tokens.list(TokenListRequest.all(), ONCE)))
                .isInstanceOf(AuthleteUnreadableResponseException.class);
        assertThat(catchThrowable(
                () -> api.list("1", null, null, null, null, null, null).await().atMost(FaultMatrix.TOTAL_TIMEOUT)))
                .isInstanceOf(AuthleteUnreadableResponseException.class);
    }

    @Test
    void anAnswerThatNobodyHasAskedForIsNotTakenForTheNextOne() {
        String forged = "{\"totalCount\":666,\"count\":666}";
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            String body = Answers.goodFor(request);
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                    + "HTTP/1.1 200 OK\r\nContent-Length: " + forged.length() + "\r\n\r\n" + forged);
        }));

        for (int i = 0; i < 20; i++) {
            try {
                assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
                assertThat(tokens.revoke(TokenRevokeRequest.subject("john")).count()).isEqualTo(1);
            } catch (AuthleteException e) {
                assertThat(e).isInstanceOf(AuthleteConnectionException.class);
            }
        }
    }

    @Test
    void aGoodAnswerWithAByteOrderMarkOrAnOddCharsetIsRead() {
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.answer("200 OK",
                "\u00EF\u00BB\u00BF" + Answers.LISTED, "Content-Type: text/plain; charset=utf-7")));

        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"resultCode\":\"secret-token\",\"resultMessage\":\"x\"}",
            "{\"resultCode\":\"A1\",\"resultMessage\":\"secret-token\\r\\nforged\\u001b[31m\\u2028line\"}",
            "\u00EF\u00BB\u00BF{\"resultCode\":\"A1\",\"resultMessage\":\"no secret%2Dtoken or secret-token\"}" })
    void aResultForgesNoLineOfALogAndShowsNoSecret(String body) {
        server.startAnew(FaultScript.answer("400 Bad Request", body));

        AuthleteResultException failure = catchThrowableOfType(AuthleteResultException.class,
                () -> tokens.delete("secret-token"));

        assertThat(failure.getMessage()).doesNotContain("secret-token").doesNotContainPattern("[\\p{Cntrl}\\u2028]");
        assertThat(failure.resultCode()).doesNotContain("secret-token");
    }

    private static String stackTrace(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

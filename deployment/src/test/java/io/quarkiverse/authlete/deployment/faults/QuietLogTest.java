package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** What the caller is told by an exception, or has asked for by a cancellation, is not also an error in the log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuietLogTest extends FaultTest {

    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();
    private static final int MANY = 256;
    /** After the calls have ended by themselves. */
    private static final Duration LATE = FaultMatrix.TOTAL_TIMEOUT.plus(FaultMatrix.PATIENCE);
    private static final long START = System.nanoTime();

    @RegisterExtension
    static final TestApplication APPLICATION = configure(FaultMatrix.configure(URL))
            .overrideRuntimeConfigKey("quarkus.log.category.\"io.vertx.core\".level", "INFO")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(QuietLogTest::assertQuiet);

    private static TestApplication configure(TestApplication test) {
        FaultMatrix.service(test, "impatient", URL, "attempt-timeout=" + FaultMatrix.SHORT);
        FaultMatrix.service(test, "refused", "http://127.0.0.1:" + Ports.of(QuietLogTest.class, "nobody"));
        FaultMatrix.service(test, "unknown", "https://" + TestApplication.UNKNOWN_HOST);
        FaultMatrix.service(test, "supplied", URL);
        return test;
    }

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("impatient")
    ReactiveTokenOperations impatient;

    @Inject
    @AuthleteServiceName("refused")
    ReactiveTokenOperations refused;

    @Inject
    @AuthleteServiceName("unknown")
    TokenOperations unknown;

    @Inject
    @AuthleteServiceName("supplied")
    TokenOperations supplied;

    static void assertQuiet(List<LogRecord> records) {
        assertThat(records).filteredOn(record -> record.getLevel().intValue() >= Level.SEVERE.intValue())
                .extracting(record -> record.getLoggerName() + ": " + record.getMessage() + " " + record.getThrown()).isEmpty();
        Map<String, List<LogRecord>> ofServices = records.stream()
                .filter(record -> record.getLoggerName().equals("io.quarkiverse.authlete"))
                .collect(Collectors.groupingBy(record -> String.valueOf(record.getParameters()[0])));
        assertThat(ofServices).containsOnlyKeys("<default>", "impatient", "refused", "unknown");
        long minutes = Duration.ofNanos(System.nanoTime() - START).toMinutes();
        assertThat(ofServices.values()).allSatisfy(
                warnings -> assertThat(warnings).hasSizeLessThanOrEqualTo((int) minutes + 1));
        assertThat(records).noneMatch(record -> (record.getMessage() + record.getThrown()
                + List.of(record.getParameters() == null ? new Object[0] : record.getParameters())).contains("secret"));
    }

    @Test
    @Order(1)
    void aDeadServer() {
        List<FaultScript> deaths = List.of(FaultScript.onAccept(FaultConnection::reset),
                FaultScript.onRequest((request, connection) -> connection.reset()),
                FaultScript.onRequest((request, connection) -> {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"secret\":");
                    connection.reset();
                }),
                FaultScript.writeAndClose("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"secret\":"),
                FaultScript.writeAndClose("secret \u0000 garbage\r\n\r\n"), FaultScript.writeAndClose(""));
        for (FaultScript death : deaths) {
            server.startAnew(death);
            assertThat(makeMany(reactive)).noneMatch(TokenResult::isSuccess);
        }
        assertThat(makeMany(refused)).noneMatch(TokenResult::isSuccess);
        for (int i = 0; i < 10; i++) {
            assertThat(TokenResult.of(() -> unknown.list(TokenListRequest.all(), ONCE)).isSuccess()).isFalse();
        }
        server.startAnew(FaultScript.writeAndStall(""));
        assertThat(makeMany(impatient)).noneMatch(TokenResult::isSuccess);
    }

    @Test
    @Order(2)
    void oddAnswers() {
        String good = "HTTP/1.1 200 OK\r\nContent-Length: " + Answers.LISTED.length() + "\r\n\r\n" + Answers.LISTED;
        for (String odd : List.of(good + good, good + "secret", "HTTP/1.1 101 Switching Protocols\r\n\r\n" + good,
                "HTTP/1.1 102 Processing\r\n\r\n" + good, "HTTP/1.1 999 Secret\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")) {
            server.startAnew(FaultScript.onRequest((request, connection) -> connection.write(odd)));
            makeMany(reactive);
        }
    }

    @Test
    @Order(3)
    void callsThatAreCancelled() {
        for (FaultScript script : List.of(FaultScript.writeAndStall(""),
                FaultScript.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"), FaultScript.GOOD)) {
            server.startAnew(script);
            List<Cancellable> calls = IntStream.range(0, 100).mapToObj(i -> reactive.list(TokenListRequest.all())
                    .subscribe().with(page -> {
                    }, failure -> {
                    })).toList();
            await().atMost(LATE).until(() -> server.requests().size() > 10);
            calls.forEach(Cancellable::cancel);
        }
    }

    @Test
    @Order(4)
    void streamsAndRunsThatAreLeft() {
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            // Without a range it is a call that was cancelled before, and comes late.
            if (request.path().contains("start=")) {
                connection.answerJson(page(request.path()));
            } else {
                connection.answerWell(request);
            }
        }));
        for (int i = 0; i < 20; i++) {
            try (Stream<AccessToken> stream = tokens.stream(TokenListRequest.all())) {
                assertThat(stream.limit(25)).hasSize(25);
            }
            assertThat(reactive.stream(TokenListRequest.all()).select().first(25).collect().asList().await()
                    .atMost(LATE)).hasSize(25);
            try (Stream<BulkResult<String, Void>> results = tokens.bulk()
                    .deleteAll(() -> Stream.iterate("secret-0", item -> item).iterator())) {
                assertThat(results.limit(3)).hasSize(3);
            }
            assertThat(reactive.bulk().deleteAll(endless()).select().first(3).collect().asList().await()
                    .atMost(LATE)).hasSize(3);
        }
    }

    @Test
    @Order(5)
    void aProviderThatFails() {
        assertThat(catchThrowable(() -> supplied.list(TokenListRequest.all()))).hasMessageContaining("no API token");
    }

    /** The application stops in the middle of them. */
    @Test
    @Order(6)
    void callsStreamsAndRunsInFlight() {
        server.startAnew(FaultScript.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"));
        reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        reactive.stream(TokenListRequest.all()).subscribe().with(token -> {
        }, failure -> {
        });
        reactive.bulk().deleteAll(endless()).subscribe().with(result -> {
        }, failure -> {
        });
        Thread run = new Thread(() -> catchThrowable(() -> tokens.bulk()
                .deleteAll(() -> Stream.iterate("secret-0", item -> item).iterator()).count()));
        run.setDaemon(true);
        run.start();
        await().atMost(LATE).until(() -> server.requests().size() >= 10);
    }

    private static Multi<String> endless() {
        return Multi.createFrom().ticks().every(Duration.ofMillis(1)).onOverflow().drop().map(tick -> "secret-" + tick);
    }

    private static List<TokenResult<?>> makeMany(ReactiveTokenOperations tokens) {
        return Uni.join()
                .all(IntStream.range(0, MANY)
                        .<Uni<TokenResult<?>>> mapToObj(
                                i -> TokenResult.of(tokens.list(TokenListRequest.all(), ONCE)).map(result -> result))
                        .toList())
                .andCollectFailures().await()
                .atMost(LATE);
    }

    private static String page(String path) {
        int start = Integer.parseInt(path.replaceAll(".*[?&]start=(\\d+).*", "$1"));
        int end = Integer.parseInt(path.replaceAll(".*[?&]end=(\\d+).*", "$1"));
        return IntStream.range(start, end).mapToObj(i -> "{\"accessTokenHash\":\"hash-" + i + "\",\"createdAt\":" + (9000 - i)
                + ",\"clientId\":1}").collect(Collectors.joining(",", "{\"resultCode\":\"A107001\",\"totalCount\":1000,"
                        + "\"start\":" + start + ",\"end\":" + end + ",\"accessTokens\":[", "]}"));
    }

    @ApplicationScoped
    @AuthleteServiceName("supplied")
    static class Provider implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().failure(new IllegalStateException("the vault refuses the key secret"));
        }
    }
}

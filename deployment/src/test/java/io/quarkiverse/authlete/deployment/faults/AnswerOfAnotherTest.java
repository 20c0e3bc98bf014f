package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.Uni;

/** Whatever a server or a proxy does with a connection, nobody gets the answer of another call: it may be a token. */
class AnswerOfAnotherTest extends FaultTest {

    private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n";
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final String FORGED = answer("{\"action\":\"OK\",\"resultCode\":\"A109001\",\"accessToken\":\"forged\"}");

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL)
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1");

    @Inject
    ReactiveTokenOperations reactive;

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5 })
    void noInterimResponseIsAnAnswer(int inARow) {
        IntStream.rangeClosed(100, 199).filter(status -> status != 101).forEach(status -> {
            String interim = ("HTTP/1.1 " + status + " Wait\r\nLink: </a>; rel=preload\r\n\r\n").repeat(inARow);
            server.play(FaultScript.onRequest((request, connection) -> {
                connection.write(interim);
                connection.write(status % 2 == 0 ? interim + own(request) : own(request));
            }));
            assertOwnTokens(16);
        });
        assertThat(server.openConnections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatSwitchesProtocolsIsClosed() {
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.write(SWITCHING + own(request));
            connection.awaitEnd();
        }));
        assertUnknown(catchThrowable(() -> create("a")));
        assertUnknown(catchThrowable(() -> create("b")));
        assertThat(server.requests()).hasSize(2);
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.write(own(request))));
        assertOwnTokens(4);
    }

    static Stream<String> surplus() {
        return Stream.of(FORGED, FORGED + FORGED, FORGED.substring(0, 40), FORGED.substring(0, FORGED.length() - 5), "HTTP",
                "garbage\r\n\r\n", "0\r\n\r\n", "HTTP/1.1 102 Processing\r\n\r\n" + FORGED,
                "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** In the segment of the answer, while the next callers wait for the connection. */
    @ParameterizedTest
    @MethodSource("surplus")
    void noSurplusIsTheAnswerToTheNextRequest(String surplus) {
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.write(own(request) + surplus)));
        List<TokenResult<TokenCreateResponse>> results = createAtOnce(32);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof TokenResult.Failure<?> failure) {
                assertUnknown(failure.exception());
            } else {
                assertThat(results.get(i).orElseThrow().accessToken()).isEqualTo("token-of-user-" + i);
            }
        }
        assertThat(results).anyMatch(TokenResult::isSuccess);
        assertThat(server.requests()).extracting(AnswerOfAnotherTest::subject).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("surplus")
    void nothingThatComesOnAnIdleConnectionIsAnAnswer(String surplus) throws Exception {
        BlockingQueue<FaultConnection> connections = new LinkedBlockingQueue<>();
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.write(own(request));
            connections.add(connection);
        }));
        create("a");
        connections.take().write(surplus + "\r\n\r\n");
        await().atMost(FaultMatrix.PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> server.openConnections() == 0);
        EventLoops.settle();
        assertOwnTokens(4);
    }

    /** The server may have taken a part of it for all of it. */
    @Test
    void anAnswerToHalfARequestIsNone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        server.startAnew(FaultScript.onAccept(connection -> {
            connection.awaitFirstByte();
            connection.write(answer(Answers.BATCH_TAKEN));
            ended.await();
            connection.close();
        }));
        String padding = "x".repeat(1000);
        TokenBatchRequest large = TokenBatchRequest.of(IntStream.range(0, 20_000).mapToObj(i -> TokenCreateRequest
                .builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).accessToken(i + padding).build()).toList());
        assertUnknown(catchThrowable(() -> tokens.createBatch(large)));
        ended.countDown();
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.write(own(request))));
        assertOwnTokens(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"subject\":\"somebody-else\"", "\"clientId\":2", "\"clientId\":2,\"subject\":\"a\"",
            "\"clientId\":1,\"subject\":\"A\"" })
    void anAnswerThatNamesSomethingElseIsNotHandedOut(String named) {
        server.startAnew(FaultScript.onRequest((request, connection) -> connection.answerJson(
                "{\"action\":\"OK\",\"resultCode\":\"A109001\",\"accessToken\":\"of-another\"," + named + "}")));
        Throwable failure = catchThrowable(() -> create("a"));
        assertUnknown(failure);
        assertThat(failure).isInstanceOf(AuthleteUnreadableResponseException.class)
                .hasMessageContaining("another client or another subject").hasMessageNotContaining("of-another");
        assertThat(server.requests()).hasSize(1);
        await().atMost(FaultMatrix.PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> server.openConnections() == 0);
    }

    @Test
    void onlyWhatTheRequestNamesIsCompared() {
        server.startAnew(FaultScript.answer("200 OK", "{\"action\":\"OK\",\"resultCode\":\"A109001\","
                + "\"accessToken\":\"t\",\"clientId\":7,\"clientIdentifier\":\"other\",\"subject\":\"x\"}"));
        assertThat(tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientIdentifier("alias").build())
                .accessToken()).isEqualTo("t");
        server.play(FaultScript.answer("200 OK", Answers.CREATED));
        assertThat(create("a").accessToken()).isEqualTo("new-token");
    }

    private void assertOwnTokens(int calls) {
        List<TokenResult<TokenCreateResponse>> results = createAtOnce(calls);
        for (int i = 0; i < calls; i++) {
            assertThat(results.get(i).orElseThrow().accessToken()).isEqualTo("token-of-user-" + i);
        }
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    private List<TokenResult<TokenCreateResponse>> createAtOnce(int calls) {
        List<Uni<TokenResult<TokenCreateResponse>>> unis = IntStream.range(0, calls)
                .mapToObj(i -> TokenResult.of(reactive.create(request("user-" + i)))).toList();
        return Uni.join().all(unis).andCollectFailures().await().atMost(FaultMatrix.PATIENCE);
    }

    private TokenCreateResponse create(String subject) {
        return tokens.create(request(subject));
    }

    private static TokenCreateRequest request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject(subject).build();
    }

    private static void assertUnknown(Throwable failure) {
        assertThat(failure).isInstanceOf(AuthleteException.class);
        assertThat(((AuthleteException) failure).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static String subject(ReceivedRequest request) {
        Matcher subject = SUBJECT.matcher(request.body());
        return subject.find() ? subject.group(1) : null;
    }

    private static String own(ReceivedRequest request) {
        String subject = subject(request);
        return answer(subject == null ? Answers.goodFor(request)
                : "{\"action\":\"OK\",\"resultCode\":\"A109001\",\"clientId\":1,\"subject\":\"" + subject
                        + "\",\"accessToken\":\"token-of-" + subject + "\"}");
    }

    private static String answer(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}

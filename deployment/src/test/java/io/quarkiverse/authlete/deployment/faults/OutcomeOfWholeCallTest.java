package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.smallrye.mutiny.Uni;

/** The outcome of a call is that of its worst attempt, whatever ends the call in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutcomeOfWholeCallTest {

    private static final int PORT = Ports.of(OutcomeOfWholeCallTest.class, "server");
    private static final String URL = "http://127.0.0.1:" + PORT;
    /** In the system properties, because it is filled in the class loader of the application. */
    private static final String ENDINGS = "outcome.of.whole.call.endings";
    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();

    @RegisterExtension
    static final TestApplication APPLICATION = configure(FaultMatrix.configure(URL))
            .setAfterUndeployListener(OutcomeOfWholeCallTest::assertThatAllHaveEnded);

    private static TestApplication configure(TestApplication test) {
        FaultMatrix.service(test, "supplied", URL);
        FaultMatrix.service(test, "patient", URL, "connection-ttl=36525D", "total-timeout=36525D", "attempt-timeout=36525D",
                "read-timeout=36525D", "connect-timeout=36525D");
        FaultMatrix.service(test, "narrow", URL, "max-connections=1", "read-timeout=5m", "attempt-timeout=5m");
        FaultMatrix.service(test, "breaking", URL, "circuit-breaker.enabled=true",
                "circuit-breaker.request-volume-threshold=2", "circuit-breaker.delay=10m");
        return test;
    }

    /** It is not stopped: that would end calls before the application does. */
    static FaultServer server;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("supplied")
    TokenOperations supplied;

    @Inject
    @AuthleteServiceName("patient")
    TokenOperations patient;

    @Inject
    @AuthleteServiceName("narrow")
    ReactiveTokenOperations narrow;

    @Inject
    @AuthleteServiceName("breaking")
    TokenOperations breaking;

    @Inject
    @AuthleteServiceName("breaking")
    ReactiveTokenOperations breakingReactive;

    @BeforeAll
    static void startServer() throws IOException {
        server = FaultServer.start(PORT);
    }

    @BeforeEach
    void startAnew() {
        server.startAnew(FaultScript.GOOD);
    }

    @Test
    @Order(1)
    void refusedThenWithoutApiToken() {
        server.play(FaultScript.answer("401 Unauthorized", ""));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> supplied.create(request("a")));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure.host()).isEqualTo("127.0.0.1:" + PORT);
        assertThat(failure).hasMessageContaining("The ApiTokenProvider supplied no API token: the vault is sealed, key ***")
                .hasMessageContaining("host 127.0.0.1:" + PORT).hasMessageContaining("service supplied");
        assertThat(failure.getStackTrace()).extracting(StackTraceElement::getClassName)
                .contains(OutcomeOfWholeCallTest.class.getName());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Order(2)
    void rejectedThenKeptAwayByTheBreaker() {
        server.play(FaultScript.onRequest((request, connection) -> {
            if (request.body().contains("throttled")) {
                connection.answer("429 Too Many Requests", "", "Retry-After: 2");
            } else {
                connection.answer("500 Oops", "");
            }
        }));
        CompletableFuture<?> throttled = breakingReactive.create(request("throttled")).subscribeAsCompletionStage();
        await().atMost(FaultMatrix.PATIENCE).until(() -> server.requests().size() == 1);

        await().atMost(FaultMatrix.PATIENCE).until(() -> catchThrowable(
                () -> breaking.create(request("other"), ONCE)) instanceof AuthleteCallNotPermittedException);

        Throwable failure = catchThrowable(throttled::join).getCause();
        assertThat(failure).isInstanceOf(AuthleteCallNotPermittedException.class);
        assertThat(((AuthleteException) failure).outcome()).isEqualTo(Outcome.REJECTED);
        // More than one only if the circuit breaker opens later than after the two seconds.
        assertThat(server.requests()).filteredOn(request -> request.body().contains("throttled"))
                .hasSize(((AuthleteException) failure).attempts());
    }

    @Test
    @Order(3)
    void theLongestTimeoutsAreNoFailures() {
        assertThat(patient.create(request("a")).accessToken()).isEqualTo("new-token");
    }

    @Test
    @Order(3)
    void aLostCreateOfAChosenValueIsToBeSentAgain() {
        server.play(FaultScript.writeAndClose(""));
        TokenCreateRequest chosen = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("a")
                .accessToken("chosen-value").build();

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(chosen));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("If the request chose its accessToken, send it again")
                .hasMessageNotContaining("chosen-value");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Order(4)
    void theApplicationStopsWhateverHasHappened() {
        CountDownLatch otherWaits = new CountDownLatch(1);
        server.play(FaultScript.onRequest((request, connection) -> {
            if (request.body().contains("throttled")) {
                connection.answer("503 Unavailable", "", "Retry-After: 150");
            } else if (request.body().contains("in flight")) {
                connection.awaitEnd();
            } else if (request.body().contains("in the queue")) {
                otherWaits.await();
                connection.answer("503 Unavailable", "", "Retry-After: 0");
            }
        }));
        Map<String, String> endings = new ConcurrentHashMap<>();
        System.getProperties().put(ENDINGS, endings);
        create(reactive, "throttled", endings);
        create(reactive, "in flight", endings);
        create(narrow, "in the queue again", endings);
        await().atMost(FaultMatrix.PATIENCE).until(() -> server.requests().size() == 3);
        create(narrow, "in flight on the only connection", endings);
        EventLoops.settle();
        otherWaits.countDown();
        await().atMost(FaultMatrix.PATIENCE).until(() -> server.requests().size() == 4);
        // The answers have been read when this call has ended.
        server.play(FaultScript.GOOD);
        tokens.create(request("later"));
        EventLoops.settle();
        assertThat(endings).isEmpty();
        assertThat(server.requests()).hasSize(5);
    }

    private static void create(ReactiveTokenOperations tokens, String subject, Map<String, String> endings) {
        tokens.create(request(subject)).subscribe().with(created -> endings.put(subject, "created"),
                failure -> endings.put(subject, failure.toString()));
    }

    @SuppressWarnings("unchecked")
    static void assertThatAllHaveEnded() {
        Map<String, String> endings = (Map<String, String>) System.getProperties().remove(ENDINGS);
        await().atMost(FaultMatrix.PATIENCE).until(() -> endings.size() == 4);
        assertThat(endings.get("throttled")).contains("The application is stopping", "outcome REJECTED");
        assertThat(endings.get("in flight")).contains("The application is stopping", "outcome UNKNOWN");
        assertThat(endings.get("in flight on the only connection")).contains("outcome UNKNOWN");
        assertThat(endings.get("in the queue again")).contains("The application is stopping", "outcome REJECTED");
    }

    private static TokenCreateRequest request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject(subject).build();
    }

    @ApplicationScoped
    @AuthleteServiceName("supplied")
    static class Provider implements ApiTokenProvider {

        private final AtomicInteger fetches = new AtomicInteger();

        @Override
        public Uni<String> getApiToken() {
            return fetches.getAndIncrement() == 0 ? Uni.createFrom().item("supplied-token")
                    : Uni.createFrom().failure(new IllegalStateException(
                            "the vault is sealed, key 0123456789abcdef0123456789abcdef0123456789abcdef"));
        }
    }
}

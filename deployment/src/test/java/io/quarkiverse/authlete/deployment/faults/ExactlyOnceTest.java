package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Call.Column;
import io.quarkiverse.authlete.deployment.faults.FaultScript.OnRequest;
import io.quarkiverse.authlete.deployment.faults.OnceLedger.Token;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.smallrye.mutiny.Multi;

/**
 * A hundred creates, and the answer of every fifth is lost after the server has issued the token: a hundred successes, a
 * hundred tokens, and each of them is known to its caller.
 */
class ExactlyOnceTest {

    private static final int PORT = Ports.of(ExactlyOnceTest.class, "server");
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final int CREATES = 100;
    private static final String[] SETTINGS = { "create.exactly-once=true", "retry.max-retries=20", "max-connections=256" };
    /** For faults that end with the time of an attempt. A busy machine may end other attempts, too: no harm is done. */
    private static final String IMPATIENT = "impatient";

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.service(
            FaultMatrix.configure(URL, OnceLedger.class).settings(null, SETTINGS), IMPATIENT, URL, SETTINGS)
            .settings(IMPATIENT, "attempt-timeout=400ms");

    @Inject
    TokenServices services;

    FaultServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FaultServer.start(PORT);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    static Stream<Arguments> faults() {
        return Stream.concat(BodyFaults.ALL.stream(), HttpFaults.ALL.stream())
                .filter(fault -> fault.outcome() == Outcome.UNKNOWN && fault.fails(Call.CREATE)
                        && fault.calls().contains(Call.CREATE) && fault.attempts(Column.LIST) > 1
                        && fault.requestsSeen(fault.calls()) > 0)
                .flatMap(fault -> Stream.of(Arguments.of(fault.name(), false), Arguments.of(fault.name(), true)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyWayToLoseAnAnswer(String name, boolean jwt) throws Exception {
        FaultCase fault = FaultMatrix.find(Stream.concat(BodyFaults.ALL.stream(), HttpFaults.ALL.stream()).toList(), name);
        String service = fault.isSlow() ? IMPATIENT : "<default>";
        OnceLedger ledger = losing(fault.script().request(), service, jwt);

        check(ledger, blocking(service, fault.isSlow() ? 50 : 16), jwt);
    }

    static Stream<Arguments> callers() {
        return Stream.of(1, 16, 256).flatMap(
                callers -> Stream.of(Arguments.of(callers, false), Arguments.of(callers, true)));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void anyNumberOfBlockingCallers(int callers, boolean jwt) throws Exception {
        OnceLedger ledger = losing(OnceLedger.RESET, "<default>", jwt);

        check(ledger, blocking("<default>", callers), jwt);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void anyNumberOfReactiveCallers(int callers, boolean jwt) {
        OnceLedger ledger = losing(OnceLedger.RESET, "<default>", jwt);

        List<TokenCreateResponse> answers = Multi.createFrom().range(0, CREATES)
                .onItem().transformToUni(number -> services.reactive("<default>").create(request(number))).merge(callers)
                .collect().asList().await().atMost(FaultMatrix.TOTAL_TIMEOUT.multipliedBy(2));

        check(ledger, answers, jwt);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aBulkRun(boolean jwt) {
        OnceLedger ledger = losing(OnceLedger.RESET, "<default>", jwt);
        BulkOptions options = BulkOptions.builder().concurrency(64).build();

        try (var results = services.of("<default>").bulk(options)
                .createAll(IntStream.range(0, CREATES).mapToObj(ExactlyOnceTest::request).toList())) {
            check(ledger, results.map(result -> result.result().orElseThrow()).toList(), jwt);
        }
    }

    /**
     * A client learns from answers whether a service issues JWTs, and those of the test before were of another kind: one
     * answer comes before all that may be lost.
     */
    private OnceLedger losing(OnRequest everyFifth, String service, boolean jwt) {
        server.startAnew(new OnceLedger().jwt(jwt).script());
        await().atMost(FaultMatrix.TOTAL_TIMEOUT).until(() -> !services.of(service).create(request(CREATES)).recovered());
        OnceLedger ledger = new OnceLedger().jwt(jwt).losing(everyFifth);
        server.startAnew(ledger.script());
        return ledger;
    }

    private List<TokenCreateResponse> blocking(String service, int callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<TokenCreateResponse>> calls = IntStream.range(0, CREATES)
                    .mapToObj(number -> threads.submit(() -> services.of(service).create(request(number)))).toList();
            List<TokenCreateResponse> answers = new ArrayList<>();
            for (Future<TokenCreateResponse> call : calls) {
                assertThat(call).succeedsWithin(FaultMatrix.TOTAL_TIMEOUT.multipliedBy(2));
                answers.add(call.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void check(OnceLedger ledger, List<TokenCreateResponse> answers, boolean jwt) {
        assertThat(answers).hasSize(CREATES);
        assertThat(ledger.tokens()).hasSize(CREATES);
        assertThat(answers).extracting(TokenCreateResponse::accessToken)
                .containsExactlyInAnyOrderElementsOf(ledger.values());
        assertThat(answers).extracting(TokenCreateResponse::subject).doesNotHaveDuplicates();
        // A retry may be the fifth as well, and lost once more.
        assertThat(answers).filteredOn(TokenCreateResponse::recovered).as("recovered").hasSizeGreaterThanOrEqualTo(10);
        assertThat(answers).allSatisfy(answer -> {
            Token issued = ledger.tokens().get(answer.accessToken());
            assertThat(answer.subject()).isEqualTo(issued.request().get("subject").textValue());
            assertThat(answer.refreshToken()).isNotNull().isEqualTo(issued.refreshToken());
            assertThat(answer.jwtAccessToken()).isEqualTo(issued.jwt());
            assertThat(answer.jwtAccessToken() != null).isEqualTo(jwt);
        });
    }

    private static TokenCreateRequest request(int number) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("subject-" + number).build();
    }
}

package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.subscription.Cancellable;

/** Calls of every kind in the metrics that Prometheus gets, and nothing there that could be a secret. */
class MetricsTest {

    private static final Path DASHBOARD = Path.of("../docs/modules/ROOT/attachments/authlete-dashboard.json");
    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/observability.adoc");
    private static final Pattern METRIC = Pattern.compile("\\b(?:authlete_client|http_client|ft)_[A-Za-z_]+");

    @RegisterExtension
    static final TestApplication APPLICATION = Metrics.in(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Metrics.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.rate-limit.limit", "1000")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.bulkhead.limit", "10")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.circuit-breaker.delay", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.circuit-breaker.request-volume-threshold", "4");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @RestClient
    TokenApi api;

    AuthleteStub stub;
    Metrics before;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
        before = Metrics.scrape();
    }

    @Test
    void aSuccess() {
        stub.answerJson(200, "{\"count\":5}");

        tokens.revoke(TokenRevokeRequest.subject("john"));

        String[] revoke = { "service=\"<default>\"", "operation=\"revoke\"" };
        assertIncrease(1, "authlete_client_calls_seconds_count", with(revoke, "result=\"success\""));
        assertIncrease(1, "authlete_client_attempts_seconds_count", with(revoke, "result=\"success\"", "status=\"200\""));
        assertIncrease(0, "authlete_client_retries_total", revoke);
        assertIncrease(0, "authlete_client_failures_total", revoke);
        assertThat(Metrics.scrape().sum("authlete_client_calls_seconds_sum", revoke)).isPositive();
    }

    @Test
    void aRecoveredCreate() {
        stub.answerInTurn(okJson("{\"action\":\"OK\",\"accessToken\":\"chosen\"}"), aResponse().withStatus(500),
                okJson("{\"action\":\"BAD_REQUEST\",\"resultCode\":\"A144201\"}"),
                okJson("{\"action\":\"OK\",\"accessToken\":\"chosen\"}"));
        RequestOptions once = RequestOptions.builder().exactlyOnce().build();
        TokenCreateRequest chosen = create().toBuilder().accessToken("chosen").build();

        tokens.create(chosen, once);
        assertIncrease(0, "authlete_client_recovered_total", "operation=\"create\"");
        tokens.create(chosen, once);

        assertIncrease(1, "authlete_client_recovered_total", "operation=\"create\"");
        assertIncrease(2, "authlete_client_calls_seconds_count", "operation=\"create\"", "result=\"success\"");
        assertIncrease(0, "authlete_client_failures_total", "operation=\"create\"");
    }

    @Test
    void aBatchAndItsStatusAreOperationsOfTheirOwn() {
        stub.answerJson(200, "{\"requestId\":\"secret-9\",\"status\":{\"result\":\"FAILED\"}}");

        tokens.createBatch(TokenBatchRequest.of(create().toBuilder().accessToken("chosen").build()));
        assertThatThrownBy(() -> tokens.awaitBatch("secret-9")).isInstanceOf(AuthleteBatchFailedException.class);

        assertIncrease(1, "authlete_client_calls_seconds_count", "operation=\"create-batch\"", "result=\"success\"");
        // The question was answered well, whatever has become of the batch.
        assertIncrease(1, "authlete_client_calls_seconds_count", "operation=\"batch-status\"", "result=\"success\"");
        assertIncrease(0, "authlete_client_failures_total", "operation=\"batch-status\"");
    }

    @Test
    void repeats() {
        stub.answer(503, "text/plain", "later");

        assertThatThrownBy(() -> tokens.list(TokenListRequest.all())).isInstanceOf(AuthleteException.class);

        String[] list = { "service=\"<default>\"", "operation=\"list\"" };
        assertIncrease(1, "authlete_client_calls_seconds_count", with(list, "result=\"failure\""));
        assertIncrease(4, "authlete_client_attempts_seconds_count", with(list, "result=\"failure\"", "status=\"503\""));
        assertIncrease(3, "authlete_client_retries_total", list);
        assertIncrease(1, "authlete_client_failures_total", with(list, "failure=\"http\"", "outcome=\"unknown\""));
    }

    @Test
    void failuresByKindAndOutcome() {
        stub.answer(aResponse().withFixedDelay(10_000));
        assertThatThrownBy(() -> tokens.create(create(), RequestOptions.builder().timeout(Duration.ofSeconds(1)).build()))
                .isInstanceOf(AuthleteTimeoutException.class);
        stub.reset().answer(500, "text/plain", "broken");
        assertThatThrownBy(() -> tokens.create(create())).isInstanceOf(AuthleteException.class);
        stub.reset().answerJson(200, "{\"action\":\"FORBIDDEN\"}");
        assertThatThrownBy(() -> tokens.create(create())).isInstanceOf(AuthleteException.class);
        stub.reset().answerJson(403, "{\"resultCode\":\"A001215\"}");
        assertThatThrownBy(() -> tokens.create(create())).isInstanceOf(AuthleteException.class);
        assertThatThrownBy(() -> tokens.create(TokenCreateRequest.builder(GrantType.PASSWORD).build()))
                .isInstanceOf(AuthleteException.class);

        String[] failures = { "service=\"<default>\"", "operation=\"create\"" };
        assertIncrease(1, "authlete_client_failures_total", with(failures, "failure=\"timeout\"", "outcome=\"unknown\""));
        assertIncrease(1, "authlete_client_failures_total", with(failures, "failure=\"http\"", "outcome=\"unknown\""));
        assertIncrease(1, "authlete_client_failures_total", with(failures, "failure=\"action\"", "outcome=\"rejected\""));
        assertIncrease(1, "authlete_client_failures_total", with(failures, "failure=\"result\"", "outcome=\"rejected\""));
        assertIncrease(1, "authlete_client_failures_total",
                with(failures, "failure=\"invalid_request\"", "outcome=\"not_sent\""));
        assertIncrease(5, "authlete_client_calls_seconds_count", with(failures, "result=\"failure\""));
        assertIncrease(1, "authlete_client_attempts_seconds_count", with(failures, "status=\"none\""));
        assertIncrease(4, "authlete_client_attempts_seconds_count", failures);
    }

    @Test
    void aCallInFlightAndCancelled() {
        stub.answer(aResponse().withFixedDelay(30_000));
        String[] list = { "service=\"<default>\"", "operation=\"list\"" };

        Cancellable call = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() == 1);
        assertThat(Metrics.scrape().sum("authlete_client_calls_active", list)).isEqualTo(1);
        assertThat(Metrics.scrape().sum("http_client_active_connections", "clientName=\"authlete|<default>\"")).isPositive();

        call.cancel();

        assertThat(Metrics.scrape().sum("authlete_client_calls_active", list)).isZero();
        assertIncrease(1, "authlete_client_calls_seconds_count", with(list, "result=\"cancelled\""));
        assertIncrease(1, "authlete_client_attempts_seconds_count", with(list, "result=\"cancelled\""));
        assertIncrease(0, "authlete_client_failures_total", list);
    }

    @Test
    void anOpenCircuitBreaker() {
        stub.answer(500, "text/plain", "broken");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> eu.list(TokenListRequest.all())).isInstanceOf(AuthleteException.class);
        }

        Metrics metrics = Metrics.scrape();
        String breaker = "authlete_client_circuit_breaker_state";
        assertThat(metrics.sum(breaker, "service=\"eu\"", "operation=\"list\"")).isEqualTo(2);
        assertThat(metrics.sum(breaker, "service=\"eu\"")).isEqualTo(2);
        assertThat(metrics.series(breaker, "service=\"eu\"")).isEqualTo(7);
        assertThat(metrics.sum("authlete_client_failures_total", "service=\"eu\"", "failure=\"not_permitted\"",
                "outcome=\"not_sent\"")).isEqualTo(1);
        assertThat(metrics.sum("authlete_client_circuit_breaker_opened_total", "service=\"eu\"", "operation=\"list\""))
                .isEqualTo(1);
        assertThat(metrics.sum("authlete_client_circuit_breaker_opened_total", "service=\"eu\"")).isEqualTo(1);
        assertThat(metrics.sum("authlete_client_attempts_seconds_count", "service=\"eu\"")).isEqualTo(4);
        assertThat(metrics.series("http_client_active_connections", "clientName=\"authlete|eu\"")).isEqualTo(1);
    }

    @Test
    void noSecretAndFewSeries() {
        stub.answerJson(200, "{\"resultCode\":\"secret-1\",\"resultMessage\":\"secret-2\",\"count\":1,\"totalCount\":1}");
        tokens.list(TokenListRequest.builder().subject("secret-3").build());
        tokens.revoke(TokenRevokeRequest.subject("secret-4"));
        stub.reset().answerJson(404, "{\"resultCode\":\"A001202\",\"resultMessage\":\"secret-5\"}");
        assertThatThrownBy(() -> tokens.delete("secret-6")).isInstanceOf(AuthleteException.class);
        stub.reset().answer(204, "text/plain", "");
        tokens.delete("secret-7");
        api.delete("1", "secret-8", null).await().atMost(Duration.ofMinutes(1));

        Metrics metrics = Metrics.scrape();
        assertThat(metrics.text()).doesNotContain("secret", "/auth/token", AuthleteStub.API_TOKEN, AuthleteStub.SERVICE_ID);
        assertThat(metrics.sum("ft_retry_calls_total", "TokenApi$$CDIWrapper.delete")).isEqualTo(1);
        assertThat(metrics.text().lines().filter(line -> line.startsWith("authlete_") && line.contains("<default>")))
                .hasSizeLessThan(430);
    }

    @Test
    void theDashboardUsesOnlyMetricsThatExist() throws IOException {
        stub.answerJson(200, AuthleteStub.CREATED);
        tokens.list(TokenListRequest.all());
        JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));

        List<String> used = dashboard.findValuesAsText("expr").stream()
                .flatMap(expression -> METRIC.matcher(expression).results().map(result -> result.group())).toList();

        assertThat(used).hasSizeGreaterThan(8);
        assertThat(Metrics.scrape().names()).containsAll(used);
    }

    @Test
    void thePageHasTheMetricsThatExist() throws IOException {
        stub.answerJson(200, AuthleteStub.CREATED);
        tokens.list(TokenListRequest.all());
        eu.revoke(TokenRevokeRequest.subject("john"));
        api.list("1", null, null, null, null, null, null).await().atMost(Duration.ofMinutes(1));

        Set<String> documented = METRIC.matcher(Files.readString(PAGE)).results().map(result -> result.group())
                .collect(toSet());

        assertThat(Metrics.scrape().names()).containsAll(documented);
        assertThat(documented).containsAll(
                Metrics.scrape().names().stream().filter(name -> name.startsWith("authlete_")).toList());
    }

    private void assertIncrease(double increase, String name, String... labels) {
        assertThat(Metrics.scrape().sum(name, labels) - before.sum(name, labels)).as(name + List.of(labels))
                .isEqualTo(increase);
    }

    private static String[] with(String[] labels, String... more) {
        return Stream.of(labels, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static TokenCreateRequest create() {
        return TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();
    }
}

package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.http.Fault;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.subscription.Cancellable;

/** A call is a span, and so is each of its attempts. */
class TracingTest {

    private static final String SECRET = "secret-value";

    private static final String TOKENS = "/api/{serviceId}/auth/token";

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.max-retries", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".retry.delay",
                    "1");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    Spans spans;

    AuthleteStub stub = AuthleteStub.get();

    @BeforeEach
    void reset() {
        stub.reset();
        spans.clear();
    }

    @Test
    void everyOperationHasSpansOfItsOwn() {
        String answer = "{\"action\":\"OK\",\"resultCode\":\"A000001\",\"accessToken\":\"" + SECRET
                + "\",\"count\":1,\"totalCount\":1,"
                + "\"requestId\":\"b1\",\"status\":{}}";
        Map<Runnable, String> calls = Map.of(
                () -> tokens.list(TokenListRequest.builder().subject(SECRET).build()), "list GET " + TOKENS + "/get/list",
                () -> tokens.create(create()), "create POST " + TOKENS + "/create",
                () -> tokens.createBatch(TokenBatchRequest.of(create())), "create-batch POST " + TOKENS + "/create/batch",
                () -> tokens.batchStatus(SECRET), "batch-status GET " + TOKENS + "/create/batch/status/{requestId}",
                () -> tokens.update(TokenUpdateRequest.accessToken(SECRET).build()), "update POST " + TOKENS + "/update",
                () -> tokens.delete(SECRET), "delete DELETE " + TOKENS + "/delete/{accessTokenIdentifier}",
                () -> tokens.revoke(TokenRevokeRequest.accessToken(SECRET)), "revoke POST " + TOKENS + "/revoke");
        calls.forEach((call, names) -> {
            reset();
            stub.answerJson(200, answer);
            call.run();

            String[] words = names.split(" ");
            SpanData callSpan = only(spans.calls());
            assertThat(callSpan.getName()).isEqualTo("authlete " + words[0]);
            assertThat(callSpan.getKind()).isEqualTo(SpanKind.INTERNAL);
            assertThat(callSpan.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(callSpan.getParentSpanContext().isValid()).isFalse();
            assertThat(callSpan.getInstrumentationScopeInfo().getName()).isEqualTo("io.quarkiverse.authlete");
            SpanData attempt = only(spans.attempts());
            assertThat(attempt.getName()).isEqualTo(words[1] + " " + words[2]);
            assertThat(attempt.getAttributes().get(stringKey("http.request.method"))).isEqualTo(words[1]);
            assertThat(attempt.getAttributes().get(stringKey("url.template"))).isEqualTo(words[2]);
            assertThat(spans.all()).hasSize(2);
            assertThat(spans.text()).doesNotContain(SECRET).doesNotContain(AuthleteStub.API_TOKEN);
        });
    }

    @Test
    void theSpansOfASuccessTellWhatIsKnownOfIt() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.create(create());

        assertThat(attributes(only(spans.calls()))).isEqualTo(Map.of("authlete.service", "<default>",
                "authlete.operation", "create", "authlete.attempts", 1L, "authlete.result", "success",
                "authlete.result_code", "A109001"));
        assertThat(attributes(only(spans.attempts()))).isEqualTo(Map.of("authlete.service", "<default>",
                "authlete.operation", "create", "http.request.method", "POST", "url.template", TOKENS + "/create",
                "server.address", "localhost", "server.port", Long.getLong("authlete.stub.port"),
                "http.response.status_code", 200L, "authlete.result", "success", "authlete.result_code", "A109001"));
    }

    @Test
    void everyRepeatIsASpanAndTheServerIsToldWhich() {
        stub.answerInTurn(aResponse().withStatus(503).withHeader("Retry-After", "0").withBody(SECRET),
                aResponse().withStatus(500).withBody(SECRET));

        catchThrowableOfType(AuthleteException.class, () -> tokens.delete(SECRET));

        SpanData call = only(spans.calls());
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.getAttributes().get(longKey("authlete.attempts"))).isEqualTo(3);
        assertThat(call.getAttributes().get(stringKey("authlete.outcome"))).isEqualTo("UNKNOWN");
        assertThat(call.getAttributes().get(stringKey("error.type")))
                .isEqualTo("io.quarkiverse.authlete.error.AuthleteHttpException");
        List<SpanData> attempts = spans.attempts();
        assertThat(attempts).hasSize(3).allSatisfy(attempt -> {
            assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(attempt.getTraceId()).isEqualTo(call.getTraceId());
            assertThat(attempt.getParentSpanId()).isEqualTo(call.getSpanId());
            assertThat(attempt.getStartEpochNanos()).isGreaterThanOrEqualTo(call.getStartEpochNanos());
            assertThat(attempt.getEndEpochNanos()).isLessThanOrEqualTo(call.getEndEpochNanos());
        });
        assertThat(values(attempts, longKey("http.response.status_code"))).containsExactly(503L, 500L, 500L);
        assertThat(values(attempts, stringKey("error.type"))).containsExactly("503", "500", "500");
        assertThat(values(attempts, stringKey("authlete.outcome"))).containsExactly("REJECTED", "UNKNOWN", "UNKNOWN");
        assertThat(values(attempts, longKey("http.request.resend_count"))).containsExactly(null, 1L, 2L);
        assertThat(stub.requests()).map(request -> request.getHeader("traceparent"))
                .containsExactlyInAnyOrderElementsOf(attempts.stream().map(TracingTest::traceparent).toList());
        assertThat(spans.text()).doesNotContain(SECRET).doesNotContain(AuthleteStub.API_TOKEN);
    }

    @Test
    void aRecoveredCreateIsOneCall() {
        String ok = "{\"action\":\"OK\",\"accessToken\":\"" + SECRET + "\"}";
        stub.answerInTurn(okJson(ok), aResponse().withStatus(500),
                okJson("{\"action\":\"BAD_REQUEST\",\"resultCode\":\"A144201\"}"), okJson(ok));
        RequestOptions once = RequestOptions.builder().exactlyOnce().build();
        tokens.create(create(), once);

        assertThat(tokens.create(create(), once).recovered()).isTrue();

        assertThat(values(spans.calls(), booleanKey("authlete.recovered"))).containsExactly(null, true);
        assertThat(values(spans.calls(), longKey("authlete.attempts"))).containsExactly(1L, 3L);
        assertThat(values(spans.attempts(), stringKey("authlete.operation")))
                .containsExactly("create", "create", "create", "update");
        assertThat(spans.attempts().get(3).getName()).endsWith("/auth/token/update");
    }

    @Test
    void noFailureBringsASecretIntoASpan() {
        Stream.of(aResponse().withStatus(400).withBody("{\"resultCode\":\"A1\",\"resultMessage\":\"" + SECRET + "\"}"),
                aResponse().withStatus(400).withBody("{\"resultCode\":\"" + SECRET + "\"}"),
                aResponse().withStatus(200).withBody("{\"action\":\"" + SECRET + "\",\"resultCode\":\"" + SECRET + "\"}"),
                aResponse().withStatus(200).withBody(SECRET),
                aResponse().withStatus(302).withHeader("Location", "/" + SECRET).withBody(SECRET),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)).forEach(answer -> {
                    reset();
                    stub.answer(answer);
                    catchThrowableOfType(AuthleteException.class, () -> tokens.delete(SECRET));
                    catchThrowableOfType(AuthleteException.class, () -> tokens.create(create()));

                    assertThat(spans.calls()).hasSize(2);
                    assertThat(spans.attempts()).hasSameSizeAs(stub.requests());
                    assertThat(spans.all()).hasSize(2 + stub.requests().size());
                    assertThat(spans.text()).doesNotContain(SECRET).doesNotContain(AuthleteStub.API_TOKEN);
                });
    }

    @Test
    void aRequestThatIsRefusedAtOnceHasNoAttempt() {
        catchThrowableOfType(AuthleteException.class, () -> tokens.delete(""));

        SpanData call = only(spans.all());
        assertThat(call.getName()).isEqualTo("authlete delete");
        assertThat(call.getAttributes().get(longKey("authlete.attempts"))).isZero();
        assertThat(call.getAttributes().get(stringKey("authlete.outcome"))).isEqualTo("NOT_SENT");
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aCancelledCallEndsItsSpans() {
        stub.answer(aResponse().withFixedDelay(5_000).withStatus(200));

        Cancellable call = reactive.create(create()).subscribe().with(created -> {
        });
        await().until(() -> !stub.requests().isEmpty());
        call.cancel();

        await().untilAsserted(() -> assertThat(spans.all()).hasSize(2));
        assertThat(values(spans.all(), stringKey("authlete.result"))).containsOnly("cancelled");
        assertThat(spans.all()).allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
    }

    @Test
    void aTraceparentOfTheCallerIsNotReplaced() {
        stub.answerJson(200, AuthleteStub.CREATED);
        String own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        tokens.list(TokenListRequest.all(), RequestOptions.builder().header("traceparent", own).build());

        assertThat(stub.onlyRequest().header("traceparent").values()).containsExactly(own);
    }

    @Test
    void theRestClientHasNoSpans() {
        stub.answerInTurn(aResponse().withStatus(503), aResponse().withStatus(204));

        api.delete("1", SECRET, null).await().indefinitely();

        assertThat(stub.requests()).hasSize(2).noneMatch(request -> request.containsHeader("traceparent"));
        assertThat(spans.all()).isEmpty();
    }

    private static TokenCreateRequest create() {
        return TokenCreateRequest.builder(GrantType.JWT_BEARER).clientId(1L).subject(SECRET).accessToken(SECRET)
                .refreshToken(SECRET).build();
    }

    private static SpanData only(List<SpanData> spans) {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    private static Map<String, Object> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(attribute -> attribute.getKey().getKey(), Map.Entry::getValue));
    }

    private static <T> List<T> values(List<SpanData> spans, AttributeKey<T> key) {
        return spans.stream().map(span -> span.getAttributes().get(key)).toList();
    }

    private static String traceparent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }
}

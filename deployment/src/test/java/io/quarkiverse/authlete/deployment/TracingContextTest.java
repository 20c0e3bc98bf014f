package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A call belongs to the span of its caller, on whatever thread, and leaves that span as it is. */
class TracingContextTest {

    private static final TokenListRequest PAIRS = TokenListRequest.builder().range(0, 2).build();
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class, TracedProvider.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.supplied.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.supplied.service-id", AuthleteStub.SERVICE_ID)
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("supplied")
    TokenOperations supplied;

    @Inject
    @AuthleteServiceName("supplied")
    TracedProvider provider;

    @Inject
    Spans spans;

    @Inject
    Tracer tracer;

    @Inject
    Vertx vertx;

    AuthleteStub stub = AuthleteStub.get();

    @BeforeEach
    void failOnceAndThenAnswer() {
        spans.clear();
        stub.reset().answerInTurn(aResponse().withStatus(503), aResponse().withStatus(200).withBody("{\"totalCount\":3}"));
    }

    @Test
    void aBlockingCallOnAWorkerThread() throws Exception {
        callAndCheckOn(Executors.newSingleThreadExecutor());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aBlockingCallOnAVirtualThread() throws Exception {
        callAndCheckOn((ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    }

    @Test
    void aBlockingCallOnAWorkerThreadWithAContextOfVertx() throws Exception {
        CompletableFuture<Object> done = new CompletableFuture<>();
        newContext().executeBlocking(() -> callInSpan(() -> tokens.list(TokenListRequest.all())))
                .onComplete(done::complete, done::completeExceptionally);

        checkSpans((Span) done.get(1, TimeUnit.MINUTES));
    }

    @Test
    void aReactiveCallOnAnEventLoop() throws Exception {
        CompletableFuture<Span> current = new CompletableFuture<>();
        Context context = newContext();
        Span caller = tracer.spanBuilder("caller").startSpan();
        context.runOnContext(ignored -> {
            Scope scope = caller.makeCurrent();
            reactive.list(TokenListRequest.all()).subscribe()
                    .with(page -> context.runOnContext(now -> {
                        current.complete(Span.current());
                        scope.close();
                    }), current::completeExceptionally);
        });

        assertThat(current.get(1, TimeUnit.MINUTES)).isSameAs(caller);
        checkSpans(caller);
    }

    @Test
    void callsAtTheSameTimeDoNotMix() throws Exception {
        stub.reset().answer(aResponse().withStatus(503));
        Map<String, Span> callers = new ConcurrentHashMap<>();
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CompletableFuture<Object> done = new CompletableFuture<>();
            calls.add(done);
            String name = "caller-" + i;
            newContext().runOnContext(ignored -> {
                Span caller = tracer.spanBuilder(name).startSpan();
                callers.put(name, caller);
                Scope scope = caller.makeCurrent();
                reactive.list(TokenListRequest.all(), RequestOptions.builder().header("X-Caller", name).build())
                        .onTermination().invoke(() -> scope.close())
                        .subscribe().with(done::complete, done::complete);
            });
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);

        assertThat(stub.requests()).hasSize(160).allSatisfy(request -> assertThat(traceId(request))
                .isEqualTo(callers.get(request.getHeader("X-Caller")).getSpanContext().getTraceId()));
        assertThat(stub.requests()).extracting(request -> request.getHeader("traceparent")).doesNotHaveDuplicates();
        Map<String, SpanData> bySpanId = spans.all().stream()
                .collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
        assertThat(spans.calls()).hasSize(40).extracting(SpanData::getParentSpanId).containsExactlyInAnyOrderElementsOf(
                callers.values().stream().map(span -> span.getSpanContext().getSpanId()).toList());
        assertThat(spans.attempts()).hasSize(160).allSatisfy(attempt -> assertThat(bySpanId.get(attempt.getParentSpanId()))
                .extracting(SpanData::getName, SpanData::getTraceId).containsExactly("authlete list", attempt.getTraceId()));
    }

    @Test
    void aCallWithoutCallerIsATraceOfItsOwn() throws Exception {
        aReactiveCallOnAnEventLoop();
        failOnceAndThenAnswer();

        CompletableFuture<Object> done = new CompletableFuture<>();
        newContext().runOnContext(ignored -> reactive.list(TokenListRequest.all()).subscribe()
                .with(done::complete, done::completeExceptionally));
        done.get(1, TimeUnit.MINUTES);

        assertThat(spans.calls()).hasSize(1).allMatch(span -> !span.getParentSpanContext().isValid());
        assertThat(spans.attempts()).hasSize(2);
    }

    @Test
    void everyQuestionOfAWaitIsInTheTraceOfTheCaller() throws Exception {
        stub.reset().answerInTurn(okJson("{\"status\":{}}"), okJson("{\"status\":{}}"),
                okJson("{\"status\":{\"result\":\"SUCCEEDED\"}}"));
        PollingPolicy soon = PollingPolicy.builder().timeout(Duration.ofSeconds(20)).initialInterval(Duration.ofMillis(10))
                .build();

        checkQuestions(callInSpan(() -> tokens.awaitBatch("b1", soon)));

        failOnceAndThenAnswer();
        stub.reset().answerInTurn(okJson("{\"status\":{}}"), okJson("{\"status\":{}}"),
                okJson("{\"status\":{\"result\":\"SUCCEEDED\"}}"));
        CompletableFuture<Object> done = new CompletableFuture<>();
        Span caller = tracer.spanBuilder("caller").startSpan();
        newContext().runOnContext(ignored -> {
            Scope scope = caller.makeCurrent();
            reactive.awaitBatch("b1", soon).onTermination().invoke(() -> scope.close()).subscribe().with(done::complete,
                    done::completeExceptionally);
        });
        done.get(1, TimeUnit.MINUTES);
        checkQuestions(caller);
    }

    private void checkQuestions(Span caller) {
        assertThat(spans.calls()).hasSize(3).extracting(SpanData::getParentSpanId)
                .containsOnly(caller.getSpanContext().getSpanId());
        assertThat(stub.requests()).hasSize(3)
                .allMatch(request -> traceId(request).equals(caller.getSpanContext().getTraceId()));
    }

    @Test
    void aTraceThatIsNotSampledIsPassedOnAsSuch() {
        SpanContext caller = SpanContext.create(TRACE_ID, "b7ad6b7169203331", TraceFlags.getDefault(),
                TraceState.getDefault());
        try (Scope scope = Span.wrap(caller).makeCurrent()) {
            tokens.list(TokenListRequest.all());
        }

        assertThat(spans.all()).isEmpty();
        assertThat(stub.requests()).hasSize(2).map(request -> request.getHeader("traceparent"))
                .allMatch(traceparent -> traceparent.startsWith("00-" + TRACE_ID) && traceparent.endsWith("-00"));
    }

    @Test
    void aProviderOfTheApiTokenIsInTheTraceOfTheCaller() {
        Span caller = callInSpan(() -> supplied.list(TokenListRequest.all()));

        assertThat(provider.span.getTraceId()).isEqualTo(caller.getSpanContext().getTraceId());
        checkSpans(caller);
    }

    @Test
    void allPagesOfAStreamBelongToTheCaller() throws Exception {
        twoPages();
        Span blocking = callInSpan(() -> tokens.stream(PAIRS).toList());
        checkPages(blocking);

        twoPages();
        CompletableFuture<Object> done = new CompletableFuture<>();
        Span caller = tracer.spanBuilder("caller").startSpan();
        newContext().runOnContext(ignored -> {
            Scope scope = caller.makeCurrent();
            reactive.stream(PAIRS).collect().asList().onTermination().invoke(scope::close)
                    .subscribe().with(done::complete, done::completeExceptionally);
        });
        assertThat((List<?>) done.get(1, TimeUnit.MINUTES)).hasSize(2);
        checkPages(caller);
    }

    private void twoPages() {
        spans.clear();
        stub.reset().answerInTurn(
                aResponse().withBody(
                        "{\"totalCount\":2,\"accessTokens\":[{\"accessTokenHash\":\"a\"},{\"accessTokenHash\":\"b\"}]}"),
                aResponse().withBody("{\"totalCount\":2,\"accessTokens\":[{\"accessTokenHash\":\"b\"}]}"));
    }

    private void checkPages(Span caller) {
        assertThat(spans.calls()).hasSize(2)
                .allMatch(span -> span.getParentSpanId().equals(caller.getSpanContext().getSpanId()));
    }

    private void callAndCheckOn(ExecutorService executor) throws Exception {
        try {
            checkSpans(executor.submit(() -> callInSpan(() -> tokens.list(TokenListRequest.all()))).get(10,
                    TimeUnit.SECONDS));
        } finally {
            executor.shutdownNow();
        }
    }

    /** Also checks that the span of the caller is still current after the call. */
    private Span callInSpan(Callable<?> call) {
        Span caller = tracer.spanBuilder("caller").startSpan();
        try (Scope scope = caller.makeCurrent()) {
            call.call();
            assertThat(Span.current()).isSameAs(caller);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            caller.end();
        }
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        return caller;
    }

    private void checkSpans(Span caller) {
        String traceId = caller.getSpanContext().getTraceId();
        assertThat(spans.calls()).hasSize(1)
                .allMatch(span -> span.getParentSpanId().equals(caller.getSpanContext().getSpanId()));
        assertThat(spans.attempts()).hasSize(2).allMatch(span -> span.getTraceId().equals(traceId));
        assertThat(stub.requests()).hasSize(2).allMatch(request -> traceId(request).equals(traceId));
    }

    private static String traceId(LoggedRequest request) {
        return request.getHeader("traceparent").split("-")[1];
    }

    private Context newContext() {
        return VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    }

    @Singleton
    @AuthleteServiceName("supplied")
    public static class TracedProvider implements ApiTokenProvider {

        volatile SpanContext span;

        @Override
        public Uni<String> getApiToken() {
            span = Span.current().getSpanContext();
            return Uni.createFrom().item("supplied-api-token");
        }
    }
}

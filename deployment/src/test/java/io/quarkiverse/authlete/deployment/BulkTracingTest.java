package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** All calls of a run belong to the span of its caller, those too that are made when a pause is over. */
class BulkTracingTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class));

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    Spans spans;

    @Inject
    Tracer tracer;

    AuthleteStub stub = AuthleteStub.get();

    @BeforeEach
    void refuseTheFirst() {
        spans.clear();
        stub.reset().answerInTurn(aResponse().withStatus(429),
                aResponse().withStatus(200).withBody("{\"count\":3}"));
    }

    @Test
    void aBlockingRun() {
        Span caller = tracer.spanBuilder("caller").startSpan();
        try (Scope scope = caller.makeCurrent()) {
            tokens.bulk().revokeAll(requests()).forEach(result -> {
            });
        }
        check(caller);
    }

    @Test
    void aReactiveRunWhoseResultsAreAskedForLaterOn() {
        Span caller = tracer.spanBuilder("caller").startSpan();
        AssertSubscriber<Object> subscriber = AssertSubscriber.create(0);
        try (Scope scope = caller.makeCurrent()) {
            reactive.bulk().revokeAll(requests()).subscribe().withSubscriber(subscriber);
        }

        subscriber.request(Long.MAX_VALUE).awaitCompletion(Duration.ofMinutes(1));

        check(caller);
    }

    private void check(Span caller) {
        await().atMost(Duration.ofMinutes(1)).until(() -> spans.calls().size() == stub.requests().size());
        assertThat(stub.requests()).hasSizeGreaterThan(30);
        assertThat(spans.calls()).allMatch(span -> span.getParentSpanId().equals(caller.getSpanContext().getSpanId()));
    }

    private static List<TokenRevokeRequest> requests() {
        return IntStream.range(0, 30).mapToObj(i -> TokenRevokeRequest.subject("subject-" + i)).toList();
    }
}

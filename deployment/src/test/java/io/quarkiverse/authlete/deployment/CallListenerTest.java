package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.event.TokenCallResult;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;

/** Beans of the application are told of calls, and add headers to them. */
class CallListenerTest {

    private static final TokenListRequest ALL = TokenListRequest.all();
    private static final TokenListRequest MARK = TokenListRequest.builder().subject("mark").build();

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Configured", "by-configuration")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "token-eu");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    Everything everything;

    @Inject
    @AuthleteServiceName("eu")
    OfOneService ofEu;

    @Inject
    Tenant tenant;

    @BeforeEach
    void reset() throws InterruptedException {
        everything.headers = Map.of();
        AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
        eu.list(MARK);
        everything.skipTheMark();
        ofEu.skipTheMark();
        AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
    }

    @Test
    void eachAttemptAndTheCallAreTold() throws Exception {
        AuthleteStub.get().answerInTurn(aResponse().withStatus(503),
                aResponse().withHeader("Content-Type", "application/json").withBody(AuthleteStub.CREATED));

        tokens.list(ALL);

        List<Event> events = everything.take(4);
        assertThat(events).extracting(Event::name)
                .containsExactly("callStarted", "attemptEnded", "attemptEnded", "callEnded");
        assertThat(events).extracting(Event::call).allMatch(call -> call == events.get(0).call());
        TokenCallInfo call = events.get(0).call();
        assertThat(call.service()).isEqualTo("<default>");
        assertThat(call.operation()).isEqualTo(TokenOperation.LIST);
        assertThat(call.request()).isEqualTo(ALL);
        assertThat(events.get(1).result()).satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.FAILURE);
            assertThat(first.attempts()).isEqualTo(1);
            assertThat(first.status()).isEqualTo(503);
            assertThat(first.exception()).hasMessageContaining("503");
        });
        assertThat(events.get(2).result()).satisfies(second -> {
            assertThat(second.kind()).isEqualTo(Kind.SUCCESS);
            assertThat(second.attempts()).isEqualTo(2);
            assertThat(second.response()).isNull();
        });
        assertThat(events.get(3).result()).satisfies(end -> {
            assertThat(end.kind()).isEqualTo(Kind.SUCCESS);
            assertThat(end.attempts()).isEqualTo(2);
            assertThat(end.status()).isEqualTo(200);
            assertThat(end.resultCode()).isNull();
            assertThat(end.response()).isNotNull();
            assertThat(end.duration()).isGreaterThan(events.get(1).result().duration());
        });

        tokens.list(ALL);
        assertThat(everything.take(3).get(0).call().id()).isNotEqualTo(call.id());
    }

    @Test
    void secretsAreNotTold() throws Exception {
        AuthleteStub.get().answerJson(200, """
                {"action":"OK","resultCode":"A109001","accessToken":"secret-1","refreshToken":"secret-2","clientId":7,
                "jwtAccessToken":"secret-3","sessionId":"secret-4","scopes":["a"]}""");
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.JWT_BEARER).clientId(7).subject("john")
                .accessToken("secret-1").refreshToken("secret-2").sessionId("secret-4").build();

        tokens.create(request);

        List<Event> events = everything.take(3);
        assertThat(events.get(0).call().request()).isEqualTo(
                request.toBuilder().accessToken("***").refreshToken("***").sessionId("***").build());
        TokenCallResult end = events.get(2).result();
        assertThat(end.resultCode()).isEqualTo("A109001");
        assertThat(end.response()).isInstanceOfSatisfying(TokenCreateResponse.class, response -> {
            assertThat(response.scopes()).containsExactly("a");
            assertThat(Stream.of(response.accessToken(), response.refreshToken(), response.jwtAccessToken(),
                    response.sessionId())).containsOnly("***");
        });
    }

    @Test
    void otherEndsAreTold() throws Exception {
        AuthleteStub.get().answerJson(403, "{\"resultCode\":\"A001215\"}");
        AuthleteException thrown = catchThrowableOfType(AuthleteException.class, () -> tokens.delete("secret-5"));
        List<Event> refused = everything.take(3);
        assertThat(refused.get(0).call().request()).isNull();
        assertThat(refused.get(2).result()).satisfies(end -> {
            assertThat(end.kind()).isEqualTo(Kind.FAILURE);
            assertThat(end.exception()).isSameAs(thrown);
            assertThat(end.resultCode()).isEqualTo("A001215");
            assertThat(end.response()).isNull();
        });
        assertThat(refused.toString()).doesNotContain("secret-5");

        TokenResult.run(() -> tokens.delete(" ")).fold(nothing -> nothing, failure -> null);
        List<Event> invalid = everything.take(2);
        assertThat(invalid).extracting(Event::name).containsExactly("callStarted", "callEnded");
        assertThat(invalid.get(1).result().attempts()).isZero();
        assertThat(invalid.get(1).result().exception()).isInstanceOf(AuthleteInvalidRequestException.class);

        AuthleteStub.get().reset().answer(aResponse().withFixedDelay(60_000));
        Cancellable call = reactive.list(ALL).subscribe().with(list -> {
        });
        everything.take(1);
        call.cancel();
        assertThat(everything.untilTheEnd().result().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void eventsComeOnAThreadOfTheListener() throws Exception {
        tokens.list(ALL);
        reactive.list(ALL).await().atMost(Duration.ofMinutes(1));

        assertThat(everything.take(6)).extracting(Event::thread).allSatisfy(thread -> {
            assertThat(thread).isSameAs(everything.thread);
            assertThat(thread.getName()).isEqualTo("authlete-listener Everything");
            assertThat(thread.getContextClassLoader()).isSameAs(Thread.currentThread().getContextClassLoader());
        });
    }

    @Test
    void aQualifiedListenerIsToldOfItsServiceOnly() throws Exception {
        tokens.list(ALL);
        eu.list(ALL);

        assertThat(everything.take(6)).extracting(event -> event.call().service()).containsOnly("<default>", "eu");
        assertThat(ofEu.take(3)).extracting(event -> event.call().service()).containsOnly("eu");
        tokens.list(ALL);
        eu.list(ALL);
        assertThat(ofEu.take(3)).extracting(event -> event.call().service()).containsOnly("eu");
    }

    @Test
    @ActivateRequestContext
    void headersAreAddedOnTheThreadThatCallsInItsContexts() throws Exception {
        tenant.name = "acme";
        everything.headers = Map.of("X-Correlation", "42");
        AuthleteStub.get().answerInTurn(aResponse().withStatus(503),
                aResponse().withHeader("Content-Type", "application/json").withBody(AuthleteStub.CREATED));

        tokens.list(ALL);

        assertThat(everything.headersAddedBy).isSameAs(Thread.currentThread());
        assertThat(AuthleteStub.get().requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getHeader("X-Correlation")).isEqualTo("42");
            assertThat(request.getHeader("X-Tenant")).isEqualTo("acme");
        });

        AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
        reactive.list(ALL).await().atMost(Duration.ofMinutes(1));
        assertThat(AuthleteStub.get().onlyRequest().getHeader("X-Tenant")).isEqualTo("acme");

        AuthleteStub.get().reset().answer(aResponse().withStatus(204));
        assertThat(tokens.bulk().deleteAll(List.of("a", "b", "c"))).allMatch(BulkResult::isSuccess);
        assertThat(AuthleteStub.get().requests()).hasSize(3)
                .allSatisfy(request -> assertThat(request.getHeader("X-Tenant")).isEqualTo("acme"));
    }

    @Test
    void headersOfTheClientTheConfigurationAndTheCallStay() {
        everything.headers = Map.of("x-configured", "by-listener", "x-call", "by-listener");
        RequestOptions options = RequestOptions.builder().header("X-Call", "by-call").build();
        tokens.list(ALL, options);

        for (String header : List.of("Authorization", "dpop", "Content-Length", "not a name")) {
            everything.headers = Map.of(header, "by-listener");
            tokens.list(ALL);
        }
        everything.headers = Map.of("X-Forged", "a\r\nX-Other: b");
        tokens.list(ALL);

        List<LoggedRequest> requests = AuthleteStub.get().requests();
        assertThat(requests).hasSize(6).allSatisfy(request -> {
            assertThat(request.getHeaders().getHeader("Authorization").values())
                    .containsExactly("Bearer " + AuthleteStub.API_TOKEN);
            assertThat(request.getHeaders().getHeader("X-Configured").values()).containsExactly("by-configuration");
            assertThat(request.containsHeader("DPoP") || request.containsHeader("X-Other")).isFalse();
        });
        assertThat(requests.get(0).getHeaders().getHeader("X-Call").values()).containsExactly("by-call");
    }

    @Test
    void theLastHeaderOfANameIsSentHoweverItIsSpelt() {
        Map<String, String> spellings = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            spellings.put("X-Header-" + i, "first");
            spellings.put("x-header-" + i, "last");
        }
        everything.headers = spellings;

        tokens.list(ALL);

        assertThat(AuthleteStub.get().onlyRequest()).satisfies(request -> {
            for (int i = 0; i < 20; i++) {
                assertThat(request.getHeaders().getHeader("X-Header-" + i).values()).containsExactly("last");
            }
        });
    }

    record Event(String name, TokenCallInfo call, TokenCallResult result, Thread thread) {
    }

    abstract static class Recording implements TokenCallListener {

        final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        @Override
        public void callStarted(TokenCallInfo call) {
            record("callStarted", call, null);
        }

        @Override
        public void attemptEnded(TokenCallInfo call, TokenCallResult result) {
            record("attemptEnded", call, result);
        }

        @Override
        public void callEnded(TokenCallInfo call, TokenCallResult result) {
            record("callEnded", call, result);
        }

        private void record(String name, TokenCallInfo call, TokenCallResult result) {
            assertThat(Context.isOnEventLoopThread()).isFalse();
            events.add(new Event(name, call, result, Thread.currentThread()));
        }

        List<Event> take(int count) throws InterruptedException {
            List<Event> taken = new ArrayList<>();
            while (taken.size() < count) {
                Event event = events.poll(1, TimeUnit.MINUTES);
                assertThat(event).as("after %s", taken).isNotNull();
                taken.add(event);
            }
            return taken;
        }

        /** A listener is told later than the caller: what an earlier test left is told before the call that marks its end. */
        void skipTheMark() throws InterruptedException {
            Event end;
            do {
                end = untilTheEnd();
            } while (!MARK.equals(end.call().request()));
        }

        Event untilTheEnd() throws InterruptedException {
            Event event;
            do {
                event = take(1).get(0);
            } while (!event.name().equals("callEnded"));
            return event;
        }
    }

    @Singleton
    static class Everything extends Recording {

        @Inject
        Tenant tenant;

        volatile Map<String, String> headers = Map.of();
        volatile Thread headersAddedBy;
        volatile Thread thread;

        @Override
        public void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
            headersAddedBy = Thread.currentThread();
            if (io.quarkus.arc.Arc.container().requestContext().isActive() && tenant.name != null) {
                headers.accept("X-Tenant", tenant.name);
            }
            this.headers.forEach(headers);
        }

        @Override
        public void callStarted(TokenCallInfo call) {
            thread = Thread.currentThread();
            super.callStarted(call);
        }
    }

    @Singleton
    @AuthleteServiceName("eu")
    static class OfOneService extends Recording {
    }

    @RequestScoped
    static class Tenant {

        String name;
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Errors of what the application, or another library, plugs in end neither in silence nor in waiting for ever. */
class ErrorsOfOthersTest extends FaultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = configure(FaultMatrix.configure(URL));

    private static TestApplication configure(TestApplication test) {
        FaultMatrix.service(test, "supplied", URL);
        FaultMatrix.service(test, "vault", URL, "credentials-provider=authlete-secret");
        return test;
    }

    static volatile Supplier<Error> error;
    static volatile String place;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @AuthleteServiceName("supplied")
    TokenOperations supplied;

    @Inject
    @AuthleteServiceName("vault")
    TokenOperations vault;

    @BeforeEach
    void startAnew() {
        server.startAnew(FaultScript.GOOD);
    }

    @AfterEach
    void nothingFails() {
        place = "";
    }

    static List<String> errors() {
        return List.of("NoSuchMethodError", "AssertionError", "StackOverflowError");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void observersDoNotMatter(String type) {
        for (String where : List.of("callStarted", "attemptStarted", "addHeaders", "attemptEnded", "callEnded")) {
            failAt(where, type);
            for (Call call : Call.values()) {
                within(() -> call.make(tokens));
            }
            assertThat(within(() -> tokens.bulk().deleteAll(List.of("a", "b")).filter(BulkResult::isSuccess).count()))
                    .isEqualTo(2);
            assertThat(within(() -> reactive.bulk().deleteAll(List.of("a", "b")).collect().asList().await().indefinitely()))
                    .hasSize(2);
        }
    }

    @Test
    void providersOfApiTokensFailTheCall() {
        for (String type : errors()) {
            failAt(type.equals("AssertionError") ? "subscription" : "provider", type);
            for (TokenOperations of : List.of(supplied, vault)) {
                Throwable failure = catchThrowable(() -> within(() -> of.list(TokenListRequest.all())));
                assertThat(failure).isInstanceOf(AuthleteException.class).hasRootCauseInstanceOf(Error.class);
                assertThat(((AuthleteException) failure).outcome()).isEqualTo(Outcome.NOT_SENT);
            }
        }
        assertThat(server.requests()).isEmpty();
        failAt("", "AssertionError");
        within(() -> supplied.list(TokenListRequest.all()));
        within(() -> vault.list(TokenListRequest.all()));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void progressListenersDoNotMatter(String type) {
        failAt("", type);
        BulkOptions options = BulkOptions.builder().progress(progress -> {
            throw error.get();
        }).build();
        assertThat(within(() -> tokens.bulk(options).deleteAll(List.of("a", "b")).filter(BulkResult::isSuccess).count()))
                .isEqualTo(2);
        assertThat(within(() -> reactive.bulk(options).deleteAll(List.of("a", "b")).collect().asList().await()
                .indefinitely())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "iterator", "hasNext", "next" })
    void sourcesEndTheRun(String where) {
        for (String type : errors()) {
            failAt(where, type);
            assertThat(catchThrowable(() -> within(() -> tokens.bulk().deleteAll(new Source()).count())))
                    .hasSameClassAs(error.get());
            assertThat(catchThrowable(() -> within(() -> reactive.bulk().deleteAll(new Source()).collect().asList().await()
                    .indefinitely()))).satisfies(ErrorsOfOthersTest::isOrHasCause);
        }
    }

    /** Mutiny itself does not survive a subscription that throws, which Reactive Streams do not allow. */
    @ParameterizedTest
    @MethodSource("errors")
    void publishersEndTheRun(String type) {
        failAt("", type);
        List<Multi<String>> sources = List.of(
                Multi.createFrom().publisher(subscriber -> fail(null)),
                Multi.createFrom().emitter(emitter -> fail(null)),
                Multi.createFrom().deferred(() -> Multi.createFrom().uni(fail(null))),
                Multi.createFrom().generator(() -> 0, (state, emitter) -> {
                    emitter.emit("item");
                    fail(null);
                    return state;
                }),
                Multi.createFrom().failure(() -> error.get()));
        for (Multi<String> source : sources) {
            assertThat(catchThrowable(() -> within(() -> reactive.bulk().deleteAll(source).collect().asList().await()
                    .indefinitely()))).satisfies(ErrorsOfOthersTest::isOrHasCause);
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void mappersEndTheCallOrTheRun(String type) {
        failAt("", type);
        List<Supplier<Uni<?>>> calls = List.of(
                () -> reactive.list(TokenListRequest.all()).map(this::fail),
                () -> reactive.list(TokenListRequest.all()).invoke(this::fail),
                () -> reactive.list(TokenListRequest.all()).chain(this::fail),
                () -> reactive.bulk().deleteAll(List.of("a", "b")).map(this::fail).collect().asList(),
                () -> reactive.bulk().deleteAll(List.of("a", "b")).invoke(this::fail).collect().asList(),
                () -> reactive.bulk().deleteAll(Multi.createFrom().items("a", "b").map(this::fail).map(Object::toString))
                        .collect().asList(),
                () -> reactive.stream(TokenListRequest.all()).onCompletion().invoke(() -> fail(null)).collect().asList());
        for (Supplier<Uni<?>> call : calls) {
            assertThat(catchThrowable(() -> within(() -> call.get().await().indefinitely())))
                    .satisfies(ErrorsOfOthersTest::isOrHasCause);
        }
        assertThat(catchThrowable(() -> within(() -> {
            try (Stream<BulkResult<String, Void>> results = tokens.bulk().deleteAll(List.of("a", "b"))) {
                results.forEach(this::fail);
            }
            return null;
        }))).hasSameClassAs(error.get());
    }

    private <T> Uni<T> fail(Object item) {
        throw error.get();
    }

    private static void isOrHasCause(Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getClass() != error.get().getClass()) {
            root = root.getCause();
        }
        assertThat(root).as("cause of %s", thrown).isNotNull();
    }

    private static void failAt(String where, String type) {
        error = () -> switch (type) {
            case "NoSuchMethodError" -> new NoSuchMethodError("of another version");
            case "AssertionError" -> new AssertionError("never");
            default -> new StackOverflowError();
        };
        place = where;
    }

    private static void at(String where) {
        if (where.equals(place)) {
            throw error.get();
        }
    }

    private static void within(Runnable action) {
        within(() -> {
            action.run();
            return null;
        });
    }

    /** On another thread: what hangs must not hang the test. */
    private static <T> T within(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(action.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(FaultMatrix.TOTAL_TIMEOUT.plus(FaultMatrix.PATIENCE).toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            ErrorsOfOthersTest.<RuntimeException> sneak(e.getCause());
            return null;
        } catch (Exception e) {
            throw new IllegalStateException("It hangs", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Fails after two items, when calls are in flight. */
    private static final class Source implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            at("iterator");
            return new Iterator<>() {

                private int items;

                @Override
                public boolean hasNext() {
                    if (items == 2) {
                        at("hasNext");
                    }
                    return true;
                }

                @Override
                public String next() {
                    if (items == 2) {
                        at("next");
                    }
                    return "item-" + items++;
                }
            };
        }
    }

    @Singleton
    static class Observer implements CallObserver {

        @Override
        public CallObservation callStarted(String service, TokenOperation operation) {
            at("callStarted");
            return new CallObservation() {
                @Override
                public void attemptStarted(int attempt, TokenOperation sent) {
                    at("attemptStarted");
                }

                @Override
                public void addHeaders(BiConsumer<String, String> headers) {
                    at("addHeaders");
                }

                @Override
                public void attemptEnded(int attempt, CallResult result) {
                    at("attemptEnded");
                }

                @Override
                public void callEnded(int attempts, CallResult result) {
                    at("callEnded");
                }
            };
        }

        @Override
        public void breakerChanged(String service, TokenOperation operation, BreakerState state) {
            throw new AssertionError("Observers that fail at once do not matter either");
        }
    }

    @ApplicationScoped
    @AuthleteServiceName("supplied")
    static class Provider implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            at("provider");
            return Uni.createFrom().item(() -> {
                at("subscription");
                return "supplied-token";
            });
        }
    }

    @ApplicationScoped
    static class Vault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            at("provider");
            at("subscription");
            return Map.of(CredentialsProvider.PASSWORD_PROPERTY_NAME, "from-" + name);
        }
    }
}

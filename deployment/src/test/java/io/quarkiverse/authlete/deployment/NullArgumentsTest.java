package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** {@code null} is refused like any other request that is wrong: a reactive method does not throw, and nothing is sent. */
class NullArgumentsTest {

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1)
            .accessToken("chosen").build();

    private static final List<Object> VALUES = List.of(TokenListRequest.all(), CREATE, TokenBatchRequest.of(CREATE),
            TokenUpdateRequest.tokenId("id").build(), TokenRevokeRequest.subject("john"), "id", RequestOptions.none(),
            PollingPolicy.defaults(), BulkOptions.defaults());

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Test
    void ofAllMethods() throws Exception {
        AuthleteStub.get().reset();
        int calls = callAll(TokenOperations.class, tokens) + callAll(BulkTokenOperations.class, tokens.bulk());
        int reactiveCalls = callAll(ReactiveTokenOperations.class, reactive)
                + callAll(ReactiveBulkTokenOperations.class, reactive.bulk());

        assertThat(reactiveCalls).isEqualTo(calls).isGreaterThan(30);
        assertThat(AuthleteStub.get().requests()).isEmpty();
    }

    @Test
    void ofOptionsOfBulkRuns() {
        assertRefused(() -> tokens.bulk(null).deleteAll(List.of("a")).count(), "bulk(null)");
        assertRefused(() -> tokens.bulk(null).createAll(Stream.of(CREATE)).count(), "bulk(null)");
        ReactiveBulkTokenOperations bulk = reactive.bulk(null);
        for (Multi<?> results : List.of(bulk.createAll(List.of(CREATE)), bulk.deleteAll(Multi.createFrom().item("a")))) {
            assertRefused(() -> results.collect().asList().await().atMost(Duration.ofMinutes(1)), "bulk(null)");
        }
    }

    /** Once for each argument. */
    private static int callAll(Class<?> type, Object target) throws Exception {
        int calls = 0;
        for (Method method : type.getMethods()) {
            for (int i = 0; i < method.getParameterCount() && !method.getName().equals("bulk"); i++) {
                Object[] arguments = Arrays.stream(method.getParameterTypes()).map(NullArgumentsTest::value).toArray();
                arguments[i] = null;
                calls++;
                String call = method + " without argument " + i;
                boolean isReactive = Uni.class.isAssignableFrom(method.getReturnType())
                        || Multi.class.isAssignableFrom(method.getReturnType());
                Object result = isReactive ? method.invoke(target, arguments) : null;
                assertRefused(() -> end(isReactive ? result : method.invoke(target, arguments)), call);
            }
        }
        return calls;
    }

    private static Object value(Class<?> type) {
        return VALUES.stream().filter(type::isInstance).findAny().orElse(null);
    }

    private static Object end(Object result) {
        if (result instanceof Stream<?> stream) {
            return stream.toList();
        }
        return result instanceof Multi<?> multi ? multi.collect().asList().await().atMost(Duration.ofMinutes(1))
                : result instanceof Uni<?> uni ? uni.await().atMost(Duration.ofMinutes(1)) : result;
    }

    private static void assertRefused(ThrowingCall call, String description) {
        Throwable thrown = catchThrowable(call::make);
        assertThat(thrown instanceof InvocationTargetException ? thrown.getCause() : thrown).as(description)
                .isInstanceOfSatisfying(AuthleteInvalidRequestException.class, refused -> {
                    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
                    assertThat(refused.attempts()).isZero();
                    assertThat(refused.field()).isNotBlank();
                });
    }

    @FunctionalInterface
    interface ThrowingCall {

        Object make() throws Exception;
    }
}

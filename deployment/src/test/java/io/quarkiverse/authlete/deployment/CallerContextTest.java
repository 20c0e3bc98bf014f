package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A caller on an event loop goes on there, with all that it has put into its Vert.x context: a database session, say. */
class CallerContextTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "10ms")
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Inject
    ReactiveTokenOperations tokens;

    @Inject
    Vertx vertx;

    @BeforeEach
    void reset() {
        AuthleteStub.get().reset();
    }

    @Test
    void withAnAnswer() throws Exception {
        AuthleteStub.get().answerJson(200, "{\"totalCount\":3}");

        assertThat(afterwards(call -> call)).isEqualTo("mine");
        assertThat(afterwards(call -> call.chain(first -> tokens.list(TokenListRequest.all())))).isEqualTo("mine");
    }

    @Test
    void withAnAnswerToARepeat() throws Exception {
        AuthleteStub.get().answerInTurn(aResponse().withStatus(503),
                aResponse().withHeader("Content-Type", "application/json").withBody(AuthleteStub.CREATED));

        assertThat(afterwards(call -> call)).isEqualTo("mine");
        assertThat(AuthleteStub.get().requests()).hasSize(2);
    }

    @Test
    void withAFailure() throws Exception {
        AuthleteStub.get().answerJson(400, "{}");

        assertThat(afterwards(call -> call.onFailure().recoverWithNull())).isEqualTo("mine");
    }

    /** @return what the context has in it that the caller goes on with */
    private String afterwards(Function<Uni<?>, Uni<?>> caller) throws Exception {
        CompletableFuture<String> found = new CompletableFuture<>();
        Context mine = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        mine.runOnContext(ignored -> {
            mine.putLocal("session", "mine");
            caller.apply(tokens.list(TokenListRequest.all())).subscribe().with(
                    answer -> found.complete(Context.isOnEventLoopThread() ? mineIn(Vertx.currentContext()) : "none"),
                    found::completeExceptionally);
        });
        return found.get(10, TimeUnit.SECONDS);
    }

    private static String mineIn(Context context) {
        return context.getLocal("session");
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.subscription.Cancellable;

/** Calls for which no connection of the pool becomes free in time. */
class FaultPoolTest extends FaultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL)
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", FaultMatrix.SHORT)
            .overrideRuntimeConfigKey("quarkus.authlete.operation.list.attempt-timeout", "1m")
            .overrideRuntimeConfigKey("quarkus.authlete.operation.list.total-timeout", "1m");

    @Inject
    ReactiveTokenOperations reactive;

    @Test
    void requestsAreNotSentAndThereforeRepeated() {
        server.startAnew(FaultScript.writeAndStall(""));
        Cancellable otherCall = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        });
        try {
            await().atMost(FaultMatrix.PATIENCE).until(() -> server.requests().size() == 1);

            FaultMatrix.checkCalls(ConnectionFaults.NO_FREE_CONNECTION, ConnectionFaults.NO_FREE_CONNECTION.calls(), tokens);

            assertThat(server.requests()).hasSize(1);
        } finally {
            otherCall.cancel();
        }
        server.play(FaultScript.GOOD);
        Call.LIST.make(tokens);
    }

    /** The caller has been told that it failed; if it took effect later, looking for the token would have been in vain. */
    @Test
    void aCallThatWasGivenUpIsNotSentWhenAConnectionBecomesFree() {
        server.startAnew(FaultScript.writeAndStall(""));
        Cancellable otherCall = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        });
        await().atMost(FaultMatrix.PATIENCE).until(() -> server.requests().size() == 1);
        assertThat(catchThrowable(() -> Call.CREATE.make(tokens))).isInstanceOf(AuthleteException.class);

        server.play(FaultScript.GOOD);
        otherCall.cancel();
        Call.LIST.make(tokens);

        assertThat(server.requests()).extracting(ReceivedRequest::path).noneMatch(path -> path.contains("create"));
    }
}

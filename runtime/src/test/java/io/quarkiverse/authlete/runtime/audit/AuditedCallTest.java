package io.quarkiverse.authlete.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenAuditEvent;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkiverse.authlete.runtime.observation.EventQueue;

class AuditedCallTest {

    private final EventQueue queue = new EventQueue("test", "The test");
    private final List<TokenAuditEvent> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aBatchHasARecordOfEachTokenHoweverManyThereAre() {
        CountDownLatch mayBegin = new CountDownLatch(1);
        queue.add(() -> await(mayBegin));
        AuditedCall call = new AuditedCall("<default>", TokenOperation.CREATE_BATCH, () -> "alice", queue, this::record);
        call.requested(TokenBatchRequest.of(Collections.nCopies(20_000,
                TokenCreateRequest.builder(GrantType.JWT_BEARER).clientId(7).accessToken("value").build())));

        call.callEnded(1, new CallResult(Kind.SUCCESS, Duration.ZERO, 200, null, null, false));
        mayBegin.countDown();
        queue.close();

        // The first one could not be told.
        assertThat(told).hasSize(19_999);
    }

    private void record(TokenAuditEvent event) {
        if (told.isEmpty() && !failed) {
            failed = true;
            throw new AssertionError("A handler of the log that fails");
        }
        told.add(event);
    }

    private boolean failed;

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.event.TokenCallResult;
import io.quarkiverse.authlete.model.TokenListRequest;

/** A listener that throws, or never comes back, takes nothing from calls and from other listeners, and is in the log. */
class ListenerThatFailsTest {

    private static final int CAPACITY = 8192;

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.authlete"))
            .assertLogRecords(ListenerThatFailsTest::eachIsToldOnce);

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    Hanging hanging;

    @Inject
    Counting counting;

    @BeforeEach
    void reset() {
        AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
    }

    @Test
    void callsAreAsIfThereWereNone() throws Exception {
        try {
            tokens.list(TokenListRequest.all());
            assertThat(hanging.reached.await(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 0; i < 3; i++) {
                assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
                assertThat(reactive.list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1)).totalCount()).isZero();
            }
            assertThat(AuthleteStub.get().requests()).hasSize(7);

            // Two events each, and none is sent.
            for (int i = 0; i < CAPACITY / 2 + 100; i++) {
                assertThatThrownBy(() -> tokens.delete("")).isInstanceOf(AuthleteInvalidRequestException.class);
            }
            tokens.list(TokenListRequest.all());
            assertThat(counting.ends(8 + CAPACITY / 2 + 100)).isTrue();
            assertThat(hanging.told.get()).isOne();
        } finally {
            hanging.mayGoOn.countDown();
        }
    }

    static void eachIsToldOnce(List<LogRecord> records) {
        List<String> messages = records.stream().map(record -> ExtLogRecord.wrap(record).getFormattedMessage())
                .filter(message -> message.contains("Listener")).toList();
        assertThat(messages).anySatisfy(message -> assertThat(message).startsWith("The TokenCallListener "
                + Throwing.class.getName() + " threw an exception: 1 times"));
        assertThat(messages).anySatisfy(message -> assertThat(message).startsWith("The TokenCallListener "
                + NeverMade.class.getName() + " threw an exception: 1 times"));
        assertThat(messages).anySatisfy(message -> assertThat(message).startsWith("The TokenCallListener "
                + Hanging.class.getName() + " is too slow: 1 events were dropped since the last warning. Up to 8192 wait."));
        // At most one more, if the test takes longer than a minute.
        assertThat(messages).hasSizeLessThanOrEqualTo(6);
    }

    @Singleton
    static class Throwing implements TokenCallListener {

        @Override
        public void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
            throw new NoSuchMethodError("of another version");
        }

        @Override
        public void callStarted(TokenCallInfo call) {
            throw new StackOverflowError();
        }

        @Override
        public void attemptEnded(TokenCallInfo call, TokenCallResult result) {
            throw new IllegalStateException();
        }

        @Override
        public void callEnded(TokenCallInfo call, TokenCallResult result) {
            throw new AssertionError("never");
        }
    }

    @Singleton
    static class NeverMade implements TokenCallListener {

        NeverMade() {
            throw new ExceptionInInitializerError("not today");
        }
    }

    @Singleton
    static class Hanging implements TokenCallListener {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);
        final AtomicInteger told = new AtomicInteger();

        @Override
        public void callStarted(TokenCallInfo call) {
            told.incrementAndGet();
            reached.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Singleton
    static class Counting implements TokenCallListener {

        private int ends;

        @Override
        public synchronized void callEnded(TokenCallInfo call, TokenCallResult result) {
            ends++;
            notifyAll();
        }

        synchronized boolean ends(int expected) throws InterruptedException {
            long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (ends < expected && System.nanoTime() < limit) {
                wait(100);
            }
            return ends == expected;
        }
    }
}

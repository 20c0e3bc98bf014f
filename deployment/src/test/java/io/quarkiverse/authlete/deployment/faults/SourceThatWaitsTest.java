package io.quarkiverse.authlete.deployment.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** Nothing holds back the results of a blocking run: neither its source nor an answer that was lost. */
class SourceThatWaitsTest extends FaultTest {

    private static final String END = "end";
    private static final Pattern CHOSEN = Pattern.compile("chosen-\\d+");

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL);

    @BeforeEach
    void startAnew() {
        server.startAnew(FaultScript.GOOD);
    }

    @Test
    void aQueueThatIsFilledByTheResultsGetsThem() {
        int items = 20;
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(List.of("item-0"));

        CompletableFuture<Long> run = CompletableFuture.supplyAsync(() -> tokens.bulk().deleteAll(items(queue))
                .peek(result -> queue.add(result.index() == items - 1 ? END : "item-" + (result.index() + 1)))
                .filter(BulkResult::isSuccess).count(), task -> new Thread(task).start());

        // One call after the other.
        assertThat(run).succeedsWithin(FaultMatrix.PATIENCE.multipliedBy(items)).isEqualTo((long) items);
        assertThat(server.requests()).hasSize(items);
    }

    @Test
    void aSourceThatWaitsForEverIsLeftWhenTheStreamIsClosed() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Iterable<String> source = () -> new Iterator<>() {
            private boolean first = true;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                if (first) {
                    first = false;
                    return "item";
                }
                waits.countDown();
                try {
                    new CountDownLatch(1).await();
                    return "never";
                } catch (InterruptedException e) {
                    left.countDown();
                    throw new IllegalStateException(e);
                }
            }
        };

        try (Stream<BulkResult<String, Void>> results = tokens.bulk().deleteAll(source)) {
            assertThat(results.findFirst()).isPresent();
            assertThat(waits.await(FaultMatrix.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(left.await(FaultMatrix.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Without this, each of them would have a second of rest. */
    @Test
    void answersThatAreLostDoNotStopTheRun() {
        Map<String, Integer> attempts = new ConcurrentHashMap<>();
        server.play(FaultScript.onRequest((request, connection) -> {
            String value = CHOSEN.matcher(request.body()).results().findFirst().orElseThrow().group();
            switch (attempts.merge(value, 1, Integer::sum)) {
                case 1 -> connection.close();
                case 2 -> connection.answerJson("{\"action\":\"OK\",\"accessToken\":\"" + value + "\"}");
                default -> connection.answerJson("{\"action\":\"BAD_REQUEST\",\"resultCode\":\"A144201\"}");
            }
        }));
        BulkOptions options = BulkOptions.builder().checkExisting(true).concurrency(1).build();
        List<TokenCreateRequest> requests = IntStream.range(0, 60).mapToObj(i -> TokenCreateRequest
                .builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("s").accessToken("chosen-" + i).build()).toList();

        assertThat(tokens.bulk(options).createAll(requests).filter(BulkResult::isSuccess).count()).isEqualTo(60);

        // One to see that the server refuses a value that is in use.
        List<ReceivedRequest> sent = server.requests();
        assertThat(sent).hasSize(120 + 1);
        // A busy machine makes some of them rest, too.
        assertThat(IntStream.range(1, sent.size()).mapToLong(i -> sent.get(i).arrival() - sent.get(i - 1).arrival())
                .filter(rest -> rest >= SECONDS.toNanos(1))).hasSizeLessThan(30);
    }

    private static Iterable<String> items(BlockingQueue<String> queue) {
        return () -> new Iterator<>() {
            private String next;

            @Override
            public boolean hasNext() {
                try {
                    next = queue.take();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return !next.equals(END);
            }

            @Override
            public String next() {
                return next;
            }
        };
    }
}

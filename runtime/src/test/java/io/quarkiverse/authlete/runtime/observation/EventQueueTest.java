package io.quarkiverse.authlete.runtime.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final EventQueue queue = new EventQueue("test", "The test");

    @Test
    void whatWaitsIsToldInOrderBeforeTheEnd() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch mayBegin = new CountDownLatch(1);
        queue.add(() -> await(mayBegin));
        for (int i = 0; i < 100; i++) {
            int event = i;
            queue.add(() -> told.add(event));
        }
        queue.add(() -> {
            throw new AssertionError("Nobody is told of less because of this");
        });
        queue.add(() -> told.add(100));
        mayBegin.countDown();

        queue.close();

        assertThat(told).isEqualTo(IntStream.rangeClosed(0, 100).boxed().toList());
        queue.add(() -> told.add(101));
        assertThat(told).hasSize(101);
    }

    @Test
    void anEventThatNeverEndsIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        queue.add(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        Thread.currentThread().interrupt();

        queue.close();

        assertThat(Thread.interrupted()).isTrue();
        interrupted.await();
    }

    @Test
    void manyThatHangEndAsSoonAsOne() {
        CountDownLatch never = new CountDownLatch(1);
        List<EventQueue> queues = IntStream.range(0, 20).mapToObj(i -> new EventQueue("test-" + i, "The test")).toList();
        queues.forEach(each -> each.add(() -> await(never)));
        long start = System.nanoTime();

        EventQueue.closeAll(queues, Duration.ofMillis(500));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("not 500 ms for each").isLessThan(Duration.ofSeconds(10));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

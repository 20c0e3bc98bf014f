package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BulkProgressTest {

    private final BulkProgress.Builder progress = BulkProgress.builder().elapsed(Duration.ofSeconds(10));

    @Test
    void theRestTakesAsLongAsWhatIsDone() {
        BulkProgress half = progress.succeeded(30).alreadyExisting(15).failed(5).total(200L).build();

        assertThat(half.percent()).isEqualTo(25);
        assertThat(half.perSecond()).isEqualTo(5);
        assertThat(half.remaining()).hasSeconds(30);
    }

    @Test
    void nothingIsKnownWithoutATotalOrAtTheBeginning() {
        assertThat(progress.succeeded(1).build().percent()).isNull();
        assertThat(progress.succeeded(1).build().remaining()).isNull();
        assertThat(progress.succeeded(0).total(7L).build().remaining()).isNull();
        assertThat(progress.succeeded(0).total(7L).build().percent()).isZero();
    }

    @Test
    void nothingIsDone() {
        assertThat(progress.total(0L).build().percent()).isEqualTo(100);
    }

    @Test
    void aCollectionThatHasGrownIsDoneAtTheEnd() {
        assertThat(progress.succeeded(12).total(10L).build().percent()).isEqualTo(100);
        assertThat(progress.succeeded(12).total(10L).build().remaining()).isZero();
    }

    @Test
    void longRunsDoNotOverflow() {
        assertThat(BulkProgress.builder().succeeded(1).total(Long.MAX_VALUE).elapsed(Duration.ofDays(30)).build().remaining())
                .isPositive();
    }
}

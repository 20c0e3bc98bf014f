package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BulkOptionsTest {

    @Test
    void defaults() {
        BulkOptions options = BulkOptions.defaults();

        assertThat(options.concurrency()).isEqualTo(8);
        assertThat(options.giveUpAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.checkExisting()).isTrue();
        assertThat(options.requestOptions()).isSameAs(RequestOptions.none());
        assertThat(options.progress()).isEmpty();
        assertThat(options.progressInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        BulkOptions.Builder builder = BulkOptions.builder();

        assertThatThrownBy(() -> builder.concurrency(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("concurrency must be from 1 to 256");
        assertThatThrownBy(() -> builder.concurrency(257)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.giveUpAfter(Duration.ofMillis(-1))).hasMessage("giveUpAfter must not be negative");
        assertThatThrownBy(() -> builder.progress(Duration.ofMillis(-1), progress -> {
        })).hasMessage("interval must not be negative");
        assertThat(builder.build()).hasToString(BulkOptions.defaults().toString());
    }

    @Test
    void theTextHasNoSecrets() {
        BulkOptions options = BulkOptions.builder().concurrency(3)
                .requestOptions(RequestOptions.builder().header("X-Key", "the-secret").build()).build();

        assertThat(options.toString()).contains("concurrency=3", "X-Key").doesNotContain("the-secret");
    }

    @Test
    void progressAtTheBeginning() {
        assertThat(new BulkProgress(0, 0, 0, Duration.ZERO).perSecond()).isZero();
        assertThat(new BulkProgress(7, 2, 1, Duration.ofSeconds(4)).perSecond()).isEqualTo(2.5);
    }
}

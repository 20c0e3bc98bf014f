package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BulkOptionsTest {

    @Test
    void defaults() {
        BulkOptions options = BulkOptions.defaults();

        assertThat(options.concurrency()).isEqualTo(8);
        assertThat(options.giveUpAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.checkExisting()).isTrue();
        assertThat(options.requestOptions()).isSameAs(RequestOptions.none());
        assertThat(options.progress()).isNull();
        assertThat(options.progressInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused("concurrency must be from 1 to 256", BulkOptions.builder().concurrency(0)::build);
        assertRefused("concurrency must be from 1 to 256", BulkOptions.builder().concurrency(257)::build);
        assertRefused("giveUpAfter must not be negative", BulkOptions.builder().giveUpAfter(Duration.ofMillis(-1))::build);
        assertRefused("progressInterval must not be negative",
                BulkOptions.builder().progressInterval(Duration.ofMillis(-1))::build);
        assertThatNullPointerException().isThrownBy(BulkOptions.builder().requestOptions(null)::build)
                .withMessage("requestOptions");
    }

    @Test
    void builderOfOptionsBeginsWithThem() {
        BulkOptions options = BulkOptions.builder().concurrency(3).checkExisting(false).build();

        assertThat(options.toBuilder().build()).isEqualTo(options).isNotEqualTo(BulkOptions.defaults());
    }

    @Test
    void aResultIsWhatItsCallWas() {
        BulkResult<String, Void> deleted = BulkResult.<String, Void> builder().index(3).item("token")
                .result(new TokenResult.Success<>(null)).build();

        assertThat(deleted.isSuccess()).isTrue();
        assertThat(deleted.isFailure()).isFalse();
        assertThat(deleted.failure()).isNull();
        assertThat(deleted).hasToString("BulkResult{index=3, success}");
        assertThat(deleted.toBuilder().index(4).build().item()).isEqualTo("token");
        assertRefused("it cannot have existed already", deleted.toBuilder().alreadyExists(true)::build);
        assertThatNullPointerException().isThrownBy(BulkResult.builder()::build).withMessage("result");
    }

    @Test
    void theTextHasNoSecrets() {
        BulkOptions options = BulkOptions.builder().concurrency(3)
                .requestOptions(RequestOptions.builder().header("X-Key", "the-secret").build()).build();

        assertThat(options.toString()).contains("concurrency=3", "X-Key").doesNotContain("the-secret");
    }

    @Test
    void progressAtTheBeginning() {
        assertThat(BulkProgress.builder().build().perSecond()).isZero();
        assertThat(BulkProgress.builder().succeeded(7).alreadyExisting(2).failed(1).elapsed(Duration.ofSeconds(4)).build()
                .perSecond()).isEqualTo(2.5);
    }

    private static void assertRefused(String message, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessageContaining(message);
    }
}

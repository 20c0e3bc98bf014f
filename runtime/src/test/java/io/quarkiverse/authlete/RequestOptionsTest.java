package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class RequestOptionsTest {

    @Test
    void aHeaderIsAddedWhateverTheCaseOfItsName() {
        RequestOptions options = RequestOptions.builder().header("X-Tenant", "a").header("x-tenant", "b")
                .header("Accept", "*/*")
                .build();

        assertThat(options.headers()).hasSize(2).containsEntry("X-Tenant", List.of("a", "b"));
        assertThat(options.headers().get("X-TENANT")).containsExactly("a", "b");
        RequestOptions more = options.toBuilder().header("X-TENANT", "c").build();
        assertThat(more.headers().get("x-tenant")).containsExactly("a", "b", "c");
        assertThat(options.headers().get("x-tenant")).containsExactly("a", "b");
        assertThatThrownBy(() -> options.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsNotSetChangesNothing() {
        RequestOptions none = RequestOptions.none();

        assertThat(none.headers()).isEmpty();
        assertThat(none.serviceId()).isNull();
        assertThat(none.timeout()).isNull();
        assertThat(none.retry()).isNull();
        assertThat(RequestOptions.builder().serviceId(1).serviceId((String) null).build()).isEqualTo(none);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> RequestOptions.builder().header(null, "value")).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> RequestOptions.builder().header("name", null)).withMessage("value");
        assertThatIllegalArgumentException().isThrownBy(RequestOptions.builder().timeout(Duration.ZERO)::build)
                .withMessage("timeout must be at least a millisecond");
    }

    @Test
    void theTextHasEverythingButSecrets() {
        RequestOptions options = RequestOptions.builder().header("X-Key", "the-secret").serviceId(5)
                .timeout(Duration.ofSeconds(2)).retry(RetryPolicy.builder().maxRetries(7).build()).build();

        assertThat(options.toString()).doesNotContain("the-secret")
                .contains("X-Key: ***", "serviceId=5", "timeout=PT2S", "retry=RetryPolicy{enabled=true, maxRetries=7,");
    }
}

package io.quarkiverse.authlete.runtime.validation;

import static io.quarkiverse.authlete.runtime.validation.Refusals.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** A batch is refused for what is wrong in any of its requests, and the index tells in which. */
class BatchValidationTest {

    private static final TokenCreateRequest GOOD = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1)
            .accessToken("at").build();

    @Test
    void whatTheApiTakesIsAccepted() {
        assertThatCode(() -> VALIDATOR.createBatch(TokenBatchRequest.of(GOOD))).doesNotThrowAnyException();
        assertThatCode(() -> VALIDATOR.createBatch(TokenBatchRequest.of(List.of(GOOD, GOOD)).asDryRun()))
                .doesNotThrowAnyException();
    }

    @Test
    void aBatchNeedsRequests() {
        assertRefused("request", "null", null);
        assertRefused("requests", "empty", TokenBatchRequest.of());
        assertRefused("requests", "empty", TokenBatchRequest.builder().build());
        assertThatIllegalArgumentException().isThrownBy(() -> TokenBatchRequest.of(GOOD, null))
                .withMessageContaining("index 1");
    }

    @Test
    void theRulesOfCreateHoldForEachRequest() {
        assertRefused("requests[0].grantType", "missing",
                TokenBatchRequest.of(TokenCreateRequest.builder(null).clientId(1).build(), GOOD));
        assertRefused("requests[2].subject", "missing", TokenBatchRequest.of(GOOD, GOOD,
                TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).build()));
        assertRefused("requests[1].accessToken", "blank",
                TokenBatchRequest.of(GOOD, GOOD.toBuilder().accessToken(" ").build()));
        assertRefused("requests[1].request", "Unicode",
                TokenBatchRequest.of(GOOD, GOOD.toBuilder().acr("\uD83D").build()));
    }

    /** The values of the tokens are never returned. */
    @Test
    void eachRequestHasTheValueOfItsToken() {
        TokenBatchRequest batch = TokenBatchRequest.of(GOOD, GOOD.toBuilder().accessToken(null).build());

        assertRefused("requests[1].accessToken", "missing", batch);
        assertRefused("requests[1].accessToken", "choose the value", batch.asDryRun());
    }

    @Test
    void theRefusalDoesNotShowTokens() {
        assertThatThrownBy(() -> VALIDATOR.createBatch(
                TokenBatchRequest.of(GOOD.toBuilder().accessToken("secret-1").refreshToken("secret-2").clientId(-1).build())))
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNotWritableIsRefusedForTheBareClientToo() {
        Refusals.assertRefused(TokenOperation.CREATE_BATCH, "requests[1].request", "Unicode",
                () -> VALIDATOR.batchBody(Arrays.asList(null, GOOD.toBuilder().acr("\uD83D").build())));
        assertThatCode(() -> VALIDATOR.batchBody(null)).doesNotThrowAnyException();
    }

    @Test
    void theIdOfABatchIsOnePathSegment() {
        for (String id : new String[] { null, "", " ", ".", "..", "a\nb", "\uD83D" }) {
            Refusals.assertRefused(TokenOperation.BATCH_STATUS, "requestId", "createBatch", () -> VALIDATOR.batchStatus(id));
        }
        assertThatCode(() -> VALIDATOR.batchStatus("a/../b")).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, String reason, TokenBatchRequest request) {
        Refusals.assertRefused(TokenOperation.CREATE_BATCH, field, reason, () -> VALIDATOR.createBatch(request));
    }
}

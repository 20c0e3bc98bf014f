package io.quarkiverse.authlete.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

/** One page is asked for ahead while another is used, never more, and no token goes out that was not requested. */
class AskedAheadTest {

    private static final TokenListRequest FIVES = TokenListRequest.builder().range(0, 5).build();

    private final List<UniEmitter<? super TokenListResponse>> calls = new ArrayList<>();
    private final List<Integer> cancelled = new ArrayList<>();
    private final TokenStreams streams = new TokenStreams(new FailureFactory("test", "host", InstantSource.system()),
            (request, options) -> {
                int number = calls.size();
                return Uni.createFrom().<TokenListResponse> emitter(calls::add).onCancellation()
                        .invoke(() -> cancelled.add(number));
            });
    private final AssertSubscriber<AccessToken> subscriber = AssertSubscriber.create(0);

    private void subscribe() {
        streams.multi(FIVES, RequestOptions.none()).subscribe(subscriber);
    }

    /** Answers a call with a full page, of which the first token is the last of the page before. */
    private void answer(int call) {
        List<AccessToken> page = new ArrayList<>();
        for (int i = call * 4; i < call * 4 + 5; i++) {
            page.add(TokenList.token("token-" + i));
        }
        calls.get(call).complete(
                TokenListResponse.builder().start(call * 4).end(call * 4 + 5).totalCount(1000L).accessTokens(page).build());
    }

    @Test
    void nothingIsAskedForBeforeATokenIsRequested() {
        subscribe();

        assertThat(calls).isEmpty();
    }

    @Test
    void theNextPageIsAskedForWhenTheFirstIsThere() {
        subscribe();
        subscriber.request(1);
        assertThat(calls).hasSize(1);

        answer(0);

        assertThat(subscriber.getItems()).hasSize(1);
        assertThat(calls).hasSize(2);
    }

    @Test
    void noMoreThanOnePageIsAskedForAhead() {
        subscribe();
        subscriber.request(1);
        answer(0);
        answer(1);
        assertThat(calls).hasSize(2);

        // The last token of the first page comes with the second.
        subscriber.request(3);
        assertThat(calls).hasSize(2);
        subscriber.request(1);

        assertThat(subscriber.getItems()).extracting(AccessToken::accessTokenHash).containsExactly("token-0", "token-1",
                "token-2", "token-3", "token-4");
        assertThat(calls).hasSize(3);
    }

    @Test
    void cancellingEndsTheCallThatWasMadeAhead() {
        subscribe();
        subscriber.request(1);
        answer(0);

        subscriber.cancel();

        assertThat(cancelled).containsExactly(1);
        assertThat(calls).hasSize(2);
    }

    @Test
    void cancellingEndsTheCallThatIsWaitedFor() {
        subscribe();
        subscriber.request(1);

        subscriber.cancel();

        assertThat(cancelled).containsExactly(0);
        assertThat(calls).hasSize(1);
    }

    @Test
    void tokensThatWereReadComeBeforeTheFailure() {
        subscribe();
        subscriber.request(1);
        answer(0);
        calls.get(1).fail(new IllegalStateException("failed"));
        subscriber.assertNotTerminated();

        subscriber.request(10);

        assertThat(subscriber.getItems()).hasSize(5);
        subscriber.assertFailedWith(IllegalStateException.class, "failed");
    }
}

package io.quarkiverse.authlete.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.smallrye.mutiny.Uni;

/** A stream ends where the list ends, whatever the server says about its length. */
class EndOfListTest {

    private static final TokenListRequest TENS = TokenListRequest.builder().range(0, 10).build();

    @Test
    void anEmptyList() {
        TokenList list = new TokenList(0);

        assertThat(read(list, TENS)).isEmpty();
        assertThat(list.requests).containsExactly("0-10");
    }

    @Test
    void lessThanAPage() {
        TokenList list = new TokenList(9);

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-10");
    }

    @Test
    void exactlyOnePageAndExactlyTwo() {
        TokenList list = new TokenList(10);
        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-10", "9-19");

        list = new TokenList(19);
        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-10", "9-19", "18-28");
    }

    @Test
    void aStartInTheMiddleAndOneBehindTheEnd() {
        TokenList list = new TokenList(25);
        assertThat(read(list, TokenListRequest.builder().range(8, 18).build())).isEqualTo(list.tokens.subList(8, 25));
        assertThat(list.requests).containsExactly("8-18", "17-27");

        list.requests.clear();
        assertThat(read(list, TokenListRequest.builder().range(25, 35).build())).isEmpty();
        assertThat(list.requests).containsExactly("25-35");
    }

    @Test
    void pagesOfTwentyIfTheRequestDoesNotSay() {
        TokenList list = new TokenList(30);

        assertThat(read(list, TokenListRequest.all())).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-20", "19-39");

        list.requests.clear();
        assertThat(read(list, TokenListRequest.builder().start(12).build())).isEqualTo(list.tokens.subList(12, 30));
        assertThat(list.requests).containsExactly("12-32");
    }

    @Test
    void aPageOfOneHasRoomForTheOverlap() {
        TokenList list = new TokenList(3);

        assertThat(read(list, TokenListRequest.builder().range(0, 1).build())).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-2", "1-3", "2-4");
    }

    @Test
    void theLargestIndex() {
        TokenList list = new TokenList(3);

        assertThat(read(list, TokenListRequest.builder().range(1, Integer.MAX_VALUE).build()))
                .isEqualTo(list.tokens.subList(1, 3));
        assertThat(read(list, TokenListRequest.builder().start(Integer.MAX_VALUE).build())).isEmpty();
        assertThat(list.requests).containsExactly("1-2147483647", "2147483647-2147483647");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, Integer.MIN_VALUE, 3, 24, 26, 27, 1000, Integer.MAX_VALUE })
    void aWrongTotal(int total) {
        TokenList list = new TokenList(25);
        list.totalCount = ignored -> total;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        // Once more at most, and then it is believed that there is nothing after the last token.
        assertThat(list.requests).startsWith("0-10", "9-19", "18-28").hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 9 })
    void aTotalThatIsTooLargeForASinglePage(int size) {
        TokenList list = new TokenList(size);
        list.totalCount = ignored -> 1000;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        // A single token may be all that the server puts into a page.
        assertThat(list.requests).hasSizeLessThanOrEqualTo(size == 1 ? 3 : 2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 9, 10, 11, 19, 25 })
    void noTotal(int size) {
        TokenList list = new TokenList(size);
        list.totalCount = ignored -> null;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
        // A page that is not full may have been cut.
        assertThat(list.requests).hasSizeLessThanOrEqualTo(size / 9 + (size == 1 ? 3 : 2));
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 4, 9 })
    void noTotalFromAServerThatReturnsLessThanAskedFor(int largestPage) {
        TokenList list = new TokenList(95);
        list.largestPage = largestPage;
        list.totalCount = ignored -> null;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
    }

    @Test
    void aTotalThatChangesWithEachPage() {
        TokenList list = new TokenList(95);
        int[] total = { 1 };
        list.totalCount = ignored -> total[0] *= -3;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
    }

    @Test
    void aServerThatReturnsLessThanAskedFor() {
        TokenList list = new TokenList(95);
        list.largestPage = 4;

        assertThat(read(list, TENS)).isEqualTo(list.tokens);
    }

    /** With no room for a token that was read before, what comes next can't be told from what has moved there. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aServerThatReturnsOneTokenAtATimeDoesNotEndTheStreamEarly(boolean total) {
        TokenList list = new TokenList(95);
        list.largestPage = 1;
        if (!total) {
            list.totalCount = ignored -> null;
        }

        assertThatThrownBy(() -> read(list, TENS)).isInstanceOf(AuthleteException.class)
                .hasMessageContaining("one token at a time");
        assertThat(list.requests).hasSizeLessThan(30);
    }

    @Test
    void aSecondTokenThatAppearsWhileTheFirstIsRead() {
        TokenList list = new TokenList(1);
        list.totalCount = ignored -> null;
        list.beforeEachPage = () -> list.insert(1, list.requests.size() == 2 ? 1 : 0);

        assertThat(read(list, TENS)).isEqualTo(list.tokens).hasSize(2);
    }

    @Test
    void aServerThatIgnoresTheRange() {
        List<AccessToken> page = new TokenList(10).tokens.stream().map(TokenList::token).toList();
        int[] calls = { 0 };
        TokenStreams streams = new TokenStreams(new FailureFactory("test", "host", InstantSource.system()),
                (request, options) -> {
                    calls[0]++;
                    return Uni.createFrom()
                            .item(TokenListResponse.builder().end(10).totalCount(10L).accessTokens(page).build());
                });

        assertThatThrownBy(() -> streams.multi(TENS, RequestOptions.none()).collect().asList().await()
                .atMost(Duration.ofMinutes(1))).isInstanceOf(AuthleteException.class)
                .hasMessageContaining("ignores the range");
        assertThat(calls[0]).isLessThan(20);
    }

    @Test
    void tokensWithoutHashFitIntoOnePageOnly() {
        int[] size = { 5 };
        TokenStreams streams = new TokenStreams(new FailureFactory("test", "host", InstantSource.system()),
                (request, options) -> Uni.createFrom().item(TokenListResponse.builder().end(size[0]).totalCount((long) size[0])
                        .accessTokens(Collections.nCopies(size[0], TokenList.token(null))).build()));

        assertThat(streams.multi(TENS, RequestOptions.none()).collect().asList().await().atMost(Duration.ofMinutes(1)))
                .hasSize(5);
        size[0] = 10;
        assertThatThrownBy(() -> streams.multi(TENS, RequestOptions.none()).collect().asList().await()
                .atMost(Duration.ofMinutes(1))).isInstanceOf(AuthleteUnreadableResponseException.class)
                .hasMessageContaining("accessTokenHash");
    }

    private static List<String> read(TokenList list, TokenListRequest request) {
        return list.stream(request).map(AccessToken::accessTokenHash).collect().asList().await()
                .atMost(Duration.ofMinutes(1));
    }
}

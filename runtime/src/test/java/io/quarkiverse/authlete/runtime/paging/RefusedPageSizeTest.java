package io.quarkiverse.authlete.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;

/** A server that refuses to return as many tokens at once as it is asked for is asked for fewer. */
class RefusedPageSizeTest {

    private final TokenList list = new TokenList(50);

    @ParameterizedTest
    @ValueSource(ints = { 21, 100, 1_000_000, Integer.MAX_VALUE })
    void theDocumentedSizeComesNext(int size) {
        list.mostToAskFor = 20;

        assertThat(read(TokenListRequest.builder().range(0, size).build())).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-" + size, "0-20", "19-39", "38-58");
    }

    @Test
    void thenComesAHalfOfIt() {
        list.mostToAskFor = 7;

        assertThat(read(TokenListRequest.all())).isEqualTo(list.tokens);
        assertThat(list.requests).startsWith("0-20", "0-10", "0-5", "4-9", "8-13").doesNotContain("4-24", "4-14");
    }

    @Test
    void aLargerLimitIsUsed() {
        list.mostToAskFor = 500;

        assertThat(read(TokenListRequest.builder().range(0, 500).build())).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-500");
    }

    @Test
    void theLimitMayChangeInTheMiddle() {
        list.beforeEachPage = () -> list.mostToAskFor = list.requests.isEmpty() ? 40 : 20;

        assertThat(read(TokenListRequest.builder().range(0, 40).build())).isEqualTo(list.tokens);
        assertThat(list.requests).containsExactly("0-40", "39-79", "39-59");
    }

    @Test
    void theLimitMayChangeWhileThePlaceIsLookedFor() {
        TokenList list = new TokenList(400);
        // The total tells nothing, so all of the list is searched.
        list.totalCount = ignored -> null;
        list.beforeEachPage = () -> {
            if (list.requests.size() == 3) {
                list.remove(0, 100);
            }
            list.mostToAskFor = list.requests.size() < 5 ? 40 : 20;
        };

        assertThat(read(list, TokenListRequest.builder().range(0, 40).build())).doesNotHaveDuplicates()
                .containsAll(list.permanent());
    }

    @Test
    void aServerThatTakesNoSizeAtAllFailsTheStream() {
        list.mostToAskFor = 1;

        assertThatThrownBy(() -> read(TokenListRequest.all())).isInstanceOf(AuthleteResultException.class)
                .hasMessageContaining("A159205");
        assertThat(list.requests).containsExactly("0-20", "0-10", "0-5", "0-2");
    }

    private List<String> read(TokenListRequest request) {
        return read(list, request);
    }

    private static List<String> read(TokenList list, TokenListRequest request) {
        return list.stream(request).map(AccessToken::accessTokenHash).collect().asList().await()
                .atMost(Duration.ofMinutes(1));
    }
}

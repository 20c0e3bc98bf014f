package io.quarkiverse.authlete.deployment.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;

/** A stream reads all tokens, however many of them the server returns at once and whatever it says about their number. */
class PageLimitsTest {

    private static final int PORT = Ports.of(PageLimitsTest.class, "server");

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addPackage(TokenServer.class.getPackage()).addClass(Ports.class))
            .service(null, "http://127.0.0.1:" + PORT);

    static TokenServer server;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @BeforeAll
    static void startServer() {
        server = new TokenServer(PORT);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void fiftyTokens() {
        server.start(TokenServer.Order.OLDEST_FIRST, 50, null);
    }

    @Test
    void noMoreThanTwentyAreAskedFor() {
        server.refuseMoreThan(20).echoEnd();

        assertAllAreRead(TokenListRequest.all());

        assertThat(server.ranges()).containsExactly("0-20", "19-39", "38-58", "0-20", "19-39", "38-58");
    }

    @Test
    void aSizeThatIsRefusedIsReplaced() {
        server.refuseMoreThan(20);

        assertAllAreRead(TokenListRequest.builder().range(0, 100).build());

        assertThat(server.ranges()).containsExactly("0-100", "0-20", "19-39", "38-58", "0-100", "0-20", "19-39", "38-58");
    }

    @Test
    void aServerWithALowerLimit() {
        server.refuseMoreThan(5).tellNoTotal().echoEnd();

        assertAllAreRead(TokenListRequest.all());

        assertThat(server.ranges()).startsWith("0-20", "0-10", "0-5", "4-9");
    }

    @Test
    void aServerWithAHigherLimit() {
        server.refuseMoreThan(500);

        assertAllAreRead(TokenListRequest.builder().range(0, 500).build());

        assertThat(server.ranges()).containsExactly("0-500", "0-500");
    }

    @Test
    void aServerThatCutsPagesAndSaysNothing() {
        server.cutAt(7).echoEnd().tellNoTotal();

        assertAllAreRead(TokenListRequest.all());
    }

    @Test
    void aServerThatTellsNoTotal() {
        server.tellNoTotal();

        assertAllAreRead(TokenListRequest.all());

        // The third page may have been cut.
        assertThat(server.ranges()).startsWith("0-20", "19-39", "38-58", "49-69", "0-20");
        assertThat(tokens.list(TokenListRequest.builder().range(0, 20).build()).totalCount()).isNull();
    }

    @Test
    void theSizeOfAListIsTheCallersBusiness() {
        server.refuseMoreThan(20);

        assertThatThrownBy(() -> tokens.list(TokenListRequest.builder().range(0, 21).build()))
                .isInstanceOf(AuthleteResultException.class).hasMessageContaining("A159205");

        assertThat(server.ranges()).containsExactly("0-21");
    }

    private void assertAllAreRead(TokenListRequest request) {
        try (Stream<AccessToken> stream = tokens.stream(request)) {
            assertComplete(stream.map(AccessToken::accessTokenHash).toList());
        }
        assertComplete(reactive.stream(request).map(AccessToken::accessTokenHash).collect().asList().await()
                .atMost(Duration.ofSeconds(60)));
    }

    private static void assertComplete(List<String> read) {
        assertThat(read).hasSize(50).containsExactlyInAnyOrderElementsOf(server.permanent());
    }
}

package io.quarkiverse.authlete.deployment.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Tokens come and go while they are read over HTTP, in whatever order the server lists them. */
class ChangingListTest {

    private static final int PORT = Ports.of(ChangingListTest.class, "server");
    private static final TokenListRequest PAGES_OF_20 = TokenListRequest.builder().range(0, 20).build();

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

    @ParameterizedTest
    @ValueSource(strings = { "OLDEST_FIRST", "NEWEST_FIRST", "BY_HASH" })
    void changesBeforeEachPage(String order) {
        for (int seed = 0; seed < 4; seed++) {
            server.start(TokenServer.Order.valueOf(order), 300, new Random(seed));
            check(order + ", blocking, seed " + seed, blocking());

            server.start(TokenServer.Order.valueOf(order), 300, new Random(seed));
            check(order + ", reactive, seed " + seed, reactive());
        }
    }

    @Test
    void changesAtAnyTime() throws Exception {
        server.start(TokenServer.Order.NEWEST_FIRST, 2000, new Random(1));
        Thread others = new Thread(() -> server.goOnChanging(new Random(2)));
        others.start();
        try {
            check("blocking", blocking());
            check("reactive", reactive());
        } finally {
            others.interrupt();
            others.join();
        }
        assertThat(server.pages()).isGreaterThan(200);
    }

    private List<String> blocking() {
        try (Stream<AccessToken> stream = tokens.stream(PAGES_OF_20)) {
            return stream.map(AccessToken::accessTokenHash).toList();
        }
    }

    private List<String> reactive() {
        return reactive.stream(PAGES_OF_20).map(AccessToken::accessTokenHash).collect().asList().await()
                .atMost(Duration.ofSeconds(60));
    }

    private static void check(String description, List<String> read) {
        assertThat(read).as(description).doesNotHaveDuplicates().containsAll(server.permanent());
    }
}

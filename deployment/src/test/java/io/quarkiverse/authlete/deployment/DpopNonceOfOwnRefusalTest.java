package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.smallrye.mutiny.Uni;

/** Which nonce a proof has: that of the refusal before it, else the last one there is when the request can be sent. */
class DpopNonceOfOwnRefusalTest {

    private static final int REFUSALS = 3;
    private static final int CALLS = 64;
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("\"nonce\":\"([^\"]+)\"");

    /** Set while a request is held. In the system properties, because the server is in another class loader. */
    private static final String HELD = "own-nonce.held";

    private static HttpServer server;
    private static ExecutorService threads;

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClass(TestKeys.class))
            .service(null, "http://127.0.0.1:${own-nonce.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.total-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", TestKeys.ec(256))
            .service("single", "http://127.0.0.1:${own-nonce.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.single.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.single.total-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.single.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.single.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.single.dpop.jwk", TestKeys.ec(256))
            .setBeforeAllCustomizer(DpopNonceOfOwnRefusalTest::startServer)
            .setAfterAllCustomizer(DpopNonceOfOwnRefusalTest::stopServer);

    @Inject
    ReactiveTokenOperations tokens;

    @Inject
    @AuthleteServiceName("single")
    ReactiveTokenOperations single;

    /** A server may supply a nonce for one request only. */
    @Test
    void eachRetryUsesThatOfItsOwnRefusal() {
        List<TokenCreateResponse> created = Uni.join().all(IntStream.range(0, CALLS).mapToObj(i -> tokens.create(
                TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("user-" + i).build())).toList())
                .andFailFast().await().atMost(Duration.ofSeconds(90));

        assertThat(created).extracting(TokenCreateResponse::subject)
                .containsExactlyElementsOf(IntStream.range(0, CALLS).mapToObj(i -> "user-" + i).toList());
    }

    /** If it was made before the call had a connection, it would be old on arrival. */
    @Test
    void aProofIsMadeWhenTheConnectionIsThere() {
        CompletableFuture<?> first = single.list(TokenListRequest.builder().subject("held").build())
                .subscribeAsCompletionStage();
        await().atMost(Duration.ofMinutes(1)).until(() -> System.getProperty(HELD) != null);
        List<CompletableFuture<TokenListResponse>> others = IntStream.range(0, 8)
                .mapToObj(i -> single.list(TokenListRequest.all()).subscribeAsCompletionStage()).toList();

        System.clearProperty(HELD);

        assertThat(first).succeedsWithin(Duration.ofSeconds(60));
        assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(Duration.ofSeconds(60)));
    }

    /** Those that wait while the first one is held must have the nonce that its answer brings. */
    private static void list(HttpExchange exchange, String nonce) throws IOException {
        if (String.valueOf(exchange.getRequestURI().getQuery()).contains("held")) {
            System.setProperty(HELD, "true");
            while (System.getProperty(HELD) != null) {
                Thread.onSpinWait();
            }
            exchange.getResponseHeaders().set("DPoP-Nonce", "of-the-first");
        } else if (!"of-the-first".equals(nonce)) {
            answer(exchange, 403, "{\"resultCode\":\"A1\",\"resultMessage\":\"a proof that was made too early\"}");
            return;
        }
        answer(exchange, 200, "{\"resultCode\":\"A107001\",\"totalCount\":0}");
    }

    private static void startServer() {
        Map<String, Integer> refusals = new ConcurrentHashMap<>();
        threads = Executors.newCachedThreadPool();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String subject = group(SUBJECT, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String proof = exchange.getRequestHeaders().getFirst("DPoP");
            String nonce = group(NONCE, new String(Base64.getUrlDecoder().decode(proof.split("\\.")[1]),
                    StandardCharsets.UTF_8));
            if (exchange.getRequestURI().getPath().endsWith("/get/list")) {
                list(exchange, nonce);
                return;
            }
            int refused = refusals.getOrDefault(subject, 0);
            if (refused == REFUSALS && (subject + "-" + refused).equals(nonce)) {
                answer(exchange, 200, "{\"action\":\"OK\",\"resultCode\":\"A109001\",\"accessToken\":\"t\",\"subject\":\""
                        + subject + "\"}");
            } else if (refused > 0 && !(subject + "-" + refused).equals(nonce)) {
                answer(exchange, 403, "{\"resultCode\":\"A1\",\"resultMessage\":\"a nonce of another call\"}");
            } else {
                refusals.put(subject, refused + 1);
                exchange.getResponseHeaders().set("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
                exchange.getResponseHeaders().set("DPoP-Nonce", subject + "-" + (refused + 1));
                answer(exchange, 401, "");
            }
        });
        server.start();
        System.setProperty("own-nonce.port", Integer.toString(server.getAddress().getPort()));
    }

    private static void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

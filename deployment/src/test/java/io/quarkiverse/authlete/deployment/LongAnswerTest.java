package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.rest.TokenApi;

/** An answer is read as a whole, in however many parts it comes. */
class LongAnswerTest {

    private static final int TOKENS = 5000;

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    @BeforeEach
    void reset() {
        AuthleteStub.get().reset();
    }

    @Test
    void atOnce() {
        AuthleteStub.get().answer(json(200, list(TOKENS)));

        isComplete(tokens.list(TokenListRequest.all()));
        isComplete(reactive.list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1)));
        isComplete(api.list("1", null, null, null, null, null, null).await().atMost(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 50 })
    void bitByBit(int parts) {
        AuthleteStub.get().answer(json(200, list(TOKENS)).withChunkedDribbleDelay(parts, 100));

        isComplete(tokens.list(TokenListRequest.all()));
        isComplete(api.list("1", null, null, null, null, null, null).await().atMost(Duration.ofMinutes(1)));
    }

    @Test
    void anAnswerThatIsWrongAtItsEnd() {
        String list = list(TOKENS);
        AuthleteStub.get().answer(json(200, list.substring(0, list.length() - 1)));

        AuthleteException failure = catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.list(TokenListRequest.all()));
        assertThat(failure).hasMessageContaining("is not the JSON that the API defines");
    }

    @Test
    void aLongError() {
        AuthleteStub.get().answer(json(400, "{\"resultCode\":\"A001201\",\"resultMessage\":\"" + "m".repeat(200_000) + "\"}")
                .withChunkedDribbleDelay(5, 50));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> tokens.list(TokenListRequest.all()));
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.body()).hasSize(64 * 1024).endsWith("mmm");
    }

    private static void isComplete(TokenListResponse response) {
        assertThat(response.accessTokens()).hasSize(TOKENS);
        assertThat(response.accessTokens().stream().map(token -> token.accessTokenHash()).toList())
                .isEqualTo(hashes().toList());
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    private static String list(int count) {
        return hashes().limit(count)
                .map("{\"subject\":\"jöhn\",\"clientId\":26888344961664,\"accessTokenHash\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"totalCount\":" + count + ",\"accessTokens\":[", "]}"));
    }

    private static Stream<String> hashes() {
        return IntStream.range(0, TOKENS).mapToObj("%043d"::formatted);
    }
}

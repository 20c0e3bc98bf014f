package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** A call that is made where another one has ended knows nothing of that. */
class CallAfterCallTest {

    private static final int MANY = 3000;

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Inject
    ReactiveTokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @BeforeEach
    void answerLongAndShortInTurn() {
        AuthleteStub.get().reset().answerInTurn(list(MANY), list(1), list(MANY), list(MANY - 1), list(2));
    }

    @Test
    void ofTheInjectedClient() {
        assertThat(sizes(byClient(), byClient(), byClient(), byClient(), byClient())).isEqualTo("3000 1 3000 2999 2");
    }

    @Test
    void ofTheDeclarativeClient() {
        assertThat(sizes(declared(), declared(), declared(), declared(), declared())).isEqualTo("3000 1 3000 2999 2");
    }

    @Test
    void ofOneAndOfTheOther() {
        assertThat(sizes(byClient(), declared(), byClient(), declared(), byClient())).isEqualTo("3000 1 3000 2999 2");
    }

    private Uni<TokenListResponse> byClient() {
        return tokens.list(TokenListRequest.all());
    }

    private Uni<TokenListResponse> declared() {
        return Uni.createFrom().deferred(() -> api.list("1", null, null, null, null, null, null));
    }

    @SafeVarargs
    private static String sizes(Uni<TokenListResponse>... calls) {
        Uni<String> sizes = Uni.createFrom().item("");
        for (Uni<TokenListResponse> call : calls) {
            sizes = sizes.chain(before -> call.map(answer -> before + " " + answer.accessTokens().size()));
        }
        return sizes.await().atMost(Duration.ofMinutes(1)).strip();
    }

    private static ResponseDefinitionBuilder list(int count) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(IntStream.range(0, count)
                .mapToObj("{\"accessTokenHash\":\"%043d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"totalCount\":" + count + ",\"accessTokens\":[", "]}")));
    }
}

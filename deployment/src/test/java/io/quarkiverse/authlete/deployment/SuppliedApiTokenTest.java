package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Uni;

/** API tokens that the application supplies are kept, and renewed once when the server refuses them. */
class SuppliedApiTokenTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.start(new TestApplication(), "authlete.stub.port")
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, CountingProvider.class, Vault.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.vault.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.vault.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.vault.credentials-provider", "authlete-secret");

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("vault")
    TokenOperations vault;

    @Inject
    CountingProvider provider;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
        provider.breakDown(false);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnceAlsoForACreate() {
        stub.answerJson(200, AuthleteStub.CREATED);
        tokens.create(CREATE);
        int before = provider.fetches();
        stub.reset().answerJson(200, AuthleteStub.CREATED)
                .answerTo("Authorization", equalTo("Bearer supplied-" + before), aResponse().withStatus(401));

        TokenCreateResponse created = tokens.create(CREATE,
                RequestOptions.builder().retry(RetryPolicy.none()).build());

        assertThat(created.accessToken()).isEqualTo("new-token");
        assertThat(stub.requests()).extracting(request -> request.getHeader("Authorization"))
                .containsExactlyInAnyOrder("Bearer supplied-" + before, "Bearer supplied-" + (before + 1));
    }

    @Test
    void aServerThatRefusesEveryTokenIsAskedTwice() {
        stub.answer(401, "text/plain", "no");

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure).hasMessageStartingWith("The server answered with HTTP status 401. The API token comes from the"
                + " ApiTokenProvider " + CountingProvider.class.getName() + " [create, ");
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void concurrentCallsFetchOnce() throws Exception {
        stub.answer(401, "text/plain", "no");
        catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));
        stub.reset().answerJson(200, AuthleteStub.CREATED);
        int before = provider.fetches();
        ExecutorService executor = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(executor.submit(() -> tokens.create(CREATE)));
            }
            for (Future<?> call : calls) {
                call.get(1, TimeUnit.MINUTES);
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(provider.fetches() - before).isEqualTo(1);
        assertThat(stub.requests()).hasSize(100);
    }

    @Test
    void aProviderThatFailsLeavesTheRequestUnsent() {
        stub.answer(401, "text/plain", "no");
        catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));
        stub.reset();
        provider.breakDown(true);

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageContaining("API token").hasRootCauseMessage("vault is sealed");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aCredentialsProviderSuppliesTheTokenOfANamedService() {
        stub.answerJson(200, AuthleteStub.CREATED);

        vault.create(CREATE);

        assertThat(stub.onlyRequest().getHeader("Authorization")).isEqualTo("Bearer from-authlete-secret");
    }

    @ApplicationScoped
    static class CountingProvider implements ApiTokenProvider {

        private final AtomicInteger fetches = new AtomicInteger();
        private volatile boolean broken;

        int fetches() {
            return fetches.get();
        }

        void breakDown(boolean broken) {
            this.broken = broken;
        }

        @Override
        public Uni<String> getApiToken() {
            return broken ? Uni.createFrom().failure(new IllegalStateException("vault is sealed"))
                    : Uni.createFrom().item(() -> "supplied-" + fetches.incrementAndGet());
        }
    }

    @ApplicationScoped
    static class Vault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            return Map.of(CredentialsProvider.PASSWORD_PROPERTY_NAME, "from-" + name);
        }
    }
}

package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** A nonce that the server supplies is used at once and from then on; what the log shows of all that holds no secret. */
class DpopNonceTest {

    private static final String JWK = TestKeys.ec(256);

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.start(new TestApplication(), "authlete.stub.port")
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, ReceivedProof.class, TestKeys.class,
                    CountingProvider.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", JWK)
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"org.jose4j\".level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"org.jboss.resteasy.reactive\".level", "TRACE")
            .overrideConfigKey("quarkus.log.category.\"io.quarkiverse.authlete\".level", "TRACE")
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(DpopNonceTest::assertNoSecret);

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();
    private static final RequestOptions NO_RETRY = RequestOptions.builder().retry(RetryPolicy.none()).build();

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    CountingProvider provider;

    AuthleteStub stub;
    int fetchesBefore;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
        tokens.create(CREATE);
        stub.reset();
        fetchesBefore = provider.fetches();
    }

    @Test
    void aCreateIsRepeatedAtOnceWithTheNonce() {
        stub.answerInTurn(challenge("n1"), okJson(AuthleteStub.CREATED));

        assertThat(tokens.create(CREATE, NO_RETRY).accessToken()).isEqualTo("new-token");

        assertThat(proofs()).hasSize(2).extracting(proof -> proof.claim("jti")).doesNotHaveDuplicates();
        assertThat(proofs()).extracting(proof -> proof.claim("nonce")).contains("n1").doesNotHaveDuplicates();
        assertThat(provider.fetches()).isEqualTo(fetchesBefore);
    }

    @Test
    void theLastNonceIsUsedByEveryClientOfTheService() {
        stub.answerInTurn(challenge("n2"), okJson(AuthleteStub.CREATED).withHeader("dpop-nonce", "n3"),
                okJson(AuthleteStub.CREATED));

        tokens.create(CREATE);
        stub.reset().answerJson(200, AuthleteStub.CREATED);
        tokens.create(CREATE);
        api.create("1", CREATE, null).await().atMost(Duration.ofMinutes(1));

        assertThat(proofs()).extracting(proof -> proof.claim("nonce")).containsExactly("n3", "n3");
    }

    @Test
    void aTokenEndpointAnswersWith400() {
        stub.answerInTurn(aResponse().withStatus(400).withHeader("DPoP-Nonce", "n4")
                .withBody("{\"error\":\"use_dpop_nonce\"}"), okJson(AuthleteStub.CREATED));

        tokens.create(CREATE, NO_RETRY);

        assertThat(proofs()).extracting(proof -> proof.claim("nonce")).hasSize(2).contains("n4");
    }

    @Test
    void theFourthNonceInARowIsTheEnd() {
        stub.answerInTurn(challenge("n5"), challenge("n6"), challenge("n7"), challenge("n8"));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure).isInstanceOf(AuthleteDpopRefusedException.class)
                .hasMessageContaining("refused the DPoP nonce that it had supplied").hasMessageContaining("use_dpop_nonce");
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.resultCode()).isEqualTo("A001380");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).isEqualTo(4);
        assertThat(stub.requests()).hasSize(4);
        assertThat(provider.fetches()).isEqualTo(fetchesBefore);
        assertThat(failure.toString()).doesNotContain(proofHeaders().toArray(String[]::new));
    }

    @Test
    void aChallengeWithoutANonceIsTheEnd() {
        stub.answer(challenge("with \"quotes\""));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure).hasMessageContaining("has none in the header DPoP-Nonce");
        assertThat(stub.requests()).hasSize(1);
        assertThat(provider.fetches()).isEqualTo(fetchesBefore);
    }

    @Test
    void aWrongProofIsTheEnd() {
        stub.answer(aResponse().withStatus(401).withHeader("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\""));

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure).hasMessageContaining("invalid_dpop_proof").hasMessageContaining("clock");
        assertThat(stub.requests()).hasSize(1);
        assertThat(provider.fetches()).isEqualTo(fetchesBefore);
    }

    @Test
    void freshCredentialsAreAnotherMatter() {
        stub.answerInTurn(challenge("n7"),
                aResponse().withStatus(401).withHeader("WWW-Authenticate", "DPoP error=\"invalid_token\"").withBody("no"),
                challenge("n8"), okJson(AuthleteStub.CREATED));

        tokens.create(CREATE, NO_RETRY);

        assertThat(stub.requests()).hasSize(4);
        assertThat(provider.fetches()).isEqualTo(fetchesBefore + 1);
        assertThat(stub.requests()).extracting(request -> request.getHeader("Authorization")).containsOnly(
                "DPoP supplied-secret-" + fetchesBefore, "DPoP supplied-secret-" + (fetchesBefore + 1));
        assertThat(stub.requests()).allSatisfy(request -> assertThat(ReceivedProof.verified(request.getHeader("DPoP"))
                .claim("ath")).isEqualTo(ReceivedProof.sha256(request.getHeader("Authorization").substring(5))));
    }

    @Test
    void anErrorThatIsNotAboutTheProofKeepsItsBody() {
        stub.answerJson(400, "{\"resultCode\":\"A109280\",\"resultMessage\":\"no\"}");

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE));

        assertThat(failure.resultCode()).isEqualTo("A109280");
        assertThat(failure.body()).contains("resultMessage");
    }

    @Test
    void theDeclarativeClientRepeatsByItsAnnotations() {
        stub.answerInTurn(challenge("n9"), okJson(AuthleteStub.CREATED));

        assertThat(api.create("1", CREATE, null).await().atMost(Duration.ofMinutes(1)).accessToken()).isEqualTo("new-token");

        assertThat(proofs()).extracting(proof -> proof.claim("nonce")).hasSize(2).contains("n9");
    }

    static void assertNoSecret(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e");
        assertThat(records).isNotEmpty().map(record -> formatter.format(ExtLogRecord.wrap(record)))
                // The scripted server logs what it gets.
                .filteredOn(line -> !line.startsWith("org.eclipse.jetty"))
                // A proof begins with the header, and that with the same characters for each proof.
                .noneMatch(line -> line.contains("supplied-secret") || line.contains("eyJ0eXAiOiJkcG9w")
                        || line.contains(TestKeys.member("d", JWK)));
    }

    private List<ReceivedProof> proofs() {
        return proofHeaders().stream().map(ReceivedProof::verified).toList();
    }

    private List<String> proofHeaders() {
        List<String> proofs = stub.requests().stream().map(request -> request.getHeader("DPoP")).toList();
        assertThat(proofs).allMatch(proof -> proof.startsWith("eyJ0eXAiOiJkcG9w"));
        return proofs;
    }

    private static ResponseDefinitionBuilder challenge(String nonce) {
        return aResponse().withStatus(401).withHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
                .withHeader("DPoP-Nonce", nonce).withBody("{\"resultCode\":\"A001380\",\"resultMessage\":\"nonce\"}");
    }

    @ApplicationScoped
    static class CountingProvider implements ApiTokenProvider {

        private final AtomicInteger fetches = new AtomicInteger();

        int fetches() {
            return fetches.get();
        }

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().item(() -> "supplied-secret-" + fetches.incrementAndGet());
        }
    }
}

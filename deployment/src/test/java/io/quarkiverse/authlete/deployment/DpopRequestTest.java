package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Multi;

/** Each request of a service with a key has a proof of its own, signed with that key. */
class DpopRequestTest {

    private static final String PASSWORD = "changeit";
    private static final Path KEY_STORE = keyStore();

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, ReceivedProof.class, TestKeys.class)
                    .addAsResource(new StringAsset(TestKeys.rsa(2048)), "keys/eu.jwk"))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", TestKeys.ec(256))
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}/prefix")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "eu-token")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.dpop.jwk-file", "keys/eu.jwk")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.dpop.algorithm", "RS256")
            .overrideRuntimeConfigKey("quarkus.authlete.store.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.store.service-id", "3")
            .overrideRuntimeConfigKey("quarkus.authlete.store.service-access-token", "store-token")
            .overrideRuntimeConfigKey("quarkus.authlete.store.dpop.tls-configuration-name", "dpop")
            .overrideRuntimeConfigKey("quarkus.tls.dpop.key-store.p12.path", KEY_STORE.toString())
            .overrideRuntimeConfigKey("quarkus.tls.dpop.key-store.p12.password", PASSWORD)
            .overrideRuntimeConfigKey("quarkus.authlete.plain.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.plain.service-id", "4")
            .overrideRuntimeConfigKey("quarkus.authlete.plain.service-access-token", "plain-token");

    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("store")
    TokenOperations store;

    @Inject
    @AuthleteServiceName("plain")
    TokenOperations plain;

    @ConfigProperty(name = "quarkus.authlete.dpop.jwk")
    String jwk;

    @ConfigProperty(name = "quarkus.authlete.url")
    String url;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void everyOperationHasAProofForItsOwnUri() {
        stub.answerJson(200, AuthleteStub.CREATED);

        tokens.list(TokenListRequest.builder().subject("john").range(0, 20).build());
        tokens.create(CREATE);
        tokens.update(TokenUpdateRequest.accessToken("a").build());
        tokens.revoke(TokenRevokeRequest.accessToken("a"));
        stub.answer(noContent());
        tokens.delete("a");
        api.delete(AuthleteStub.SERVICE_ID, "raw", null).await().atMost(Duration.ofMinutes(1));

        assertThat(stub.requests()).hasSize(6).allSatisfy(request -> {
            ReceivedProof proof = proofOf(request);
            assertThat(request.header("Authorization").values()).containsExactly("DPoP " + AuthleteStub.API_TOKEN);
            assertThat(proof.claim("htm")).isEqualTo(request.getMethod().getName());
            assertThat(proof.claim("htu")).isEqualTo(url + request.getUrl().replaceAll("\\?.*", ""));
            assertThat(proof.claim("ath")).isEqualTo(ReceivedProof.sha256(AuthleteStub.API_TOKEN));
            assertThat(proof.jwk()).containsEntry("x", TestKeys.member("x", jwk));
        });
    }

    @Test
    void theUriOfADeleteIsTheOneThatIsSent() {
        stub.answer(noContent());

        tokens.delete("a/b%c?d#e f+g~h;i=ü");

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getUrl()).contains("%2F", "%25", "%3F", "%23", "%20", "%C3%BC");
        assertThat(proofOf(request).claim("htu")).isEqualTo(url + request.getUrl());
    }

    @Test
    void eachRepeatHasANewProof() {
        ResponseDefinitionBuilder refusal = aResponse().withStatus(503).withHeader("Retry-After", "0");
        stub.answerInTurn(refusal, refusal, okJson(AuthleteStub.CREATED));

        tokens.create(CREATE);

        assertThat(stub.requests()).hasSize(3).extracting(request -> proofOf(request).claim("jti")).doesNotHaveDuplicates();
    }

    @Test
    void callsAtTheSameTimeHaveProofsOfTheirOwn() {
        stub.answer(noContent());

        Multi.createFrom().range(0, 200).onItem().transformToUni(i -> reactive.delete("token-" + i)).merge(64)
                .collect().asList().await().atMost(Duration.ofMinutes(1));

        Set<String> ids = new HashSet<>();
        List<LoggedRequest> requests = stub.requests();
        assertThat(requests).hasSize(200).allSatisfy(request -> {
            ReceivedProof proof = proofOf(request);
            assertThat(proof.claim("htu")).isEqualTo(url + request.getUrl());
            ids.add(proof.claim("jti"));
        });
        assertThat(ids).hasSize(200);
    }

    @Test
    void servicesHaveKeysOfTheirOwn() {
        stub.answerJson(200, AuthleteStub.CREATED);
        eu.create(CREATE);
        LoggedRequest request = stub.onlyRequest();
        assertThat(request.getHeader("Authorization")).isEqualTo("DPoP eu-token");
        assertThat(proofOf(request).header()).containsEntry("alg", "RS256");
        assertThat(proofOf(request).claim("htu")).isEqualTo(url + "/prefix/api/2/auth/token/create");

        stub.reset().answerJson(200, AuthleteStub.CREATED);
        store.create(CREATE);
        assertThat(proofOf(stub.onlyRequest()).header()).containsEntry("alg", "ES384");

        stub.reset().answerJson(200, AuthleteStub.CREATED);
        plain.create(CREATE);
        assertThat(stub.onlyRequest().getHeader("Authorization")).isEqualTo("Bearer plain-token");
        assertThat(stub.onlyRequest().containsHeader("DPoP")).isFalse();
    }

    private static ReceivedProof proofOf(LoggedRequest request) {
        assertThat(request.header("DPoP").values()).hasSize(1);
        return ReceivedProof.verified(request.getHeader("DPoP"));
    }

    /** The JDK has no public API to make the certificate that a key store wants beside a key. */
    private static Path keyStore() {
        try {
            Path file = Files.createTempDirectory("dpop").resolve("keys.p12");
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "dpop", "-keyalg", "EC", "-groupname", "secp384r1", "-dname", "CN=dpop",
                    "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                    .redirectErrorStream(true).start();
            keytool.getInputStream().readAllBytes();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

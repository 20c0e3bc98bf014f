package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenAuditEvent;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

/** Who did what to which token is told as a CDI event and in the log, without any secret. */
class AuditTrailTest {

    private static final String FORGED = "john\n{\"forged\":1}\u2028";
    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.JWT_BEARER).clientId(7)
            .subject("john").scopes("asked").accessToken("secret-chosen").build();

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-security-deployment", Version.getVersion())))
            .overrideRuntimeConfigKey("quarkus.authlete.audit.enabled", "true")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.authlete.audit"))
            .assertLogRecords(AuditTrailTest::allIsInTheLogInOneLineEach);

    @Inject
    TokenOperations tokens;

    @Inject
    Auditor auditor;

    @Inject
    CurrentIdentityAssociation identities;

    @BeforeEach
    void reset() {
        AuthleteStub.get().reset();
        auditor.events.clear();
    }

    @Test
    @ActivateRequestContext
    void aCreateHasAllThatRequestAndAnswerTell() throws Exception {
        identities.setIdentity(alice());
        AuthleteStub.get().answerJson(200, """
                {"action":"OK","resultCode":"A109001","accessToken":"secret-value","refreshToken":"secret-refresh",
                "clientId":7,"subject":"john","scopes":["granted"],"tokenId":"id-1"}""");

        Instant before = Instant.now();
        tokens.create(CREATE);

        TokenAuditEvent event = auditor.next();
        assertThat(event).isEqualTo(TokenAuditEvent.builder().time(event.time()).service("<default>")
                .operation(TokenOperation.CREATE).principal("alice").clientIdentifier("7").subject("john")
                .scopes(List.of("granted")).tokenId("id-1").accessTokenFingerprint(sha256("secret-value"))
                .refreshTokenFingerprint(sha256("secret-refresh")).attempts(1).status(200).resultCode("A109001").build());
        assertThat(event.isSuccess()).isTrue();
        assertThat(event.time()).isBetween(before, Instant.now());
    }

    @Test
    void nobodyIsNamedWithoutARequestContext() throws Exception {
        AuthleteStub.get().answerJson(200, AuthleteStub.CREATED);

        TokenResult.of(() -> tokens.create(CREATE.toBuilder().subject(FORGED).build())).isSuccess();

        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.principal()).isNull();
            assertThat(event.subject()).isEqualTo(FORGED);
        });
    }

    @Test
    @ActivateRequestContext
    void anAnonymousCallerIsNobody() throws Exception {
        AuthleteStub.get().answerJson(200, AuthleteStub.CREATED);

        tokens.create(CREATE);

        assertThat(auditor.next().principal()).isNull();
    }

    @Test
    void updatesRevocationsAndDeletesTellTheTokenByItsFingerprint() throws Exception {
        AuthleteStub.get().answerJson(200, """
                {"action":"OK","resultCode":"A135001","accessToken":"secret-new","tokenId":"id-2","scopes":["s"]}""");
        tokens.update(TokenUpdateRequest.accessToken("secret-old").build());
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.operation()).isEqualTo(TokenOperation.UPDATE);
            assertThat(event.accessTokenFingerprint()).isEqualTo(sha256("secret-new"));
            assertThat(event.tokenId()).isEqualTo("id-2");
            assertThat(event.scopes()).containsExactly("s");
        });

        AuthleteStub.get().answerJson(400, "{\"resultCode\":\"A136999\"}");
        TokenResult.of(() -> tokens.update(TokenUpdateRequest.accessTokenHash("the-hash").build())).isSuccess();
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.accessTokenFingerprint()).isEqualTo("the-hash");
            assertThat(event.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(event.resultCode()).isEqualTo("A136999");
        });

        AuthleteStub.get().answerJson(200, "{\"resultCode\":\"A138001\",\"count\":3}");
        tokens.revoke(TokenRevokeRequest.clientAndSubject(7, "john"));
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.operation()).isEqualTo(TokenOperation.REVOKE);
            assertThat(event.clientIdentifier()).isEqualTo("7");
            assertThat(event.subject()).isEqualTo("john");
            assertThat(event.revoked()).isEqualTo(3);
        });
        tokens.revoke(TokenRevokeRequest.refreshToken("secret-refresh"));
        assertThat(auditor.next().refreshTokenFingerprint()).isEqualTo(sha256("secret-refresh"));

        AuthleteStub.get().answer(aResponse().withStatus(204));
        tokens.delete("secret-deleted");
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.operation()).isEqualTo(TokenOperation.DELETE);
            assertThat(event.accessTokenFingerprint()).isEqualTo(sha256("secret-deleted"));
            assertThat(event.status()).isEqualTo(204);
            assertThat(event.isSuccess()).isTrue();
        });
    }

    @Test
    void failuresTellWhatIsKnownOfTheirEffect() throws Exception {
        AuthleteStub.get().answerJson(500, "{}");
        TokenResult.of(() -> tokens.create(CREATE)).isSuccess();
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(event.isSuccess()).isFalse();
            assertThat(event.attempts()).isOne();
            assertThat(event.status()).isEqualTo(500);
            assertThat(event.accessTokenFingerprint()).isEqualTo(sha256("secret-chosen"));
            assertThat(event.scopes()).containsExactly("asked");
        });

        TokenResult.of(() -> tokens.create(null)).isSuccess();
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(event.attempts()).isZero();
        });
    }

    @Test
    void aBatchHasOneForEachTokenUnlessItIsADryRun() throws Exception {
        AuthleteStub.get().answerJson(200, "{\"resultCode\":\"A458001\",\"requestId\":\"b-1\",\"totalCount\":0}");
        TokenBatchRequest batch = TokenBatchRequest.of(CREATE, CREATE.toBuilder().subject("mary").build());

        tokens.createBatch(batch.asDryRun());
        tokens.list(TokenListRequest.all());
        tokens.createBatch(batch);

        assertThat(List.of(auditor.next(), auditor.next())).allSatisfy(event -> {
            assertThat(event.operation()).isEqualTo(TokenOperation.CREATE_BATCH);
            assertThat(event.batchId()).isEqualTo("b-1");
        }).extracting(TokenAuditEvent::subject).containsExactlyInAnyOrder("john", "mary");
        assertThat(auditor.events).isEmpty();
    }

    @Test
    void aRecoveredCreateSaysSo() throws Exception {
        String done = "{\"action\":\"OK\",\"accessToken\":\"secret-chosen\",\"scopes\":[\"asked\"]}";
        AuthleteStub.get().answerInTurn(okJson(done), aResponse().withStatus(500),
                okJson("{\"action\":\"BAD_REQUEST\",\"resultCode\":\"A144201\"}"), okJson(done));
        RequestOptions once = RequestOptions.builder().exactlyOnce().build();

        tokens.create(CREATE, once);
        assertThat(auditor.next().recovered()).isFalse();

        tokens.create(CREATE, once);
        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.isSuccess()).isTrue();
            assertThat(event.recovered()).isTrue();
        });
    }

    /** The token that may be there can be found by them. */
    @Test
    void anUnfinishedCreateTellsTheValuesThatTheClientHasChosen() throws Exception {
        AuthleteStub.get().answer(aResponse().withStatus(500));
        RequestOptions once = RequestOptions.builder().exactlyOnce().retry(RetryPolicy.none()).build();

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(CREATE, once));

        assertThat(auditor.next()).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(event.refreshTokenFingerprint()).isEqualTo(sha256(failure.unfinished().refreshToken()));
        });
    }

    static void allIsInTheLogInOneLineEach(List<LogRecord> records) {
        List<String> lines = records.stream().map(record -> ExtLogRecord.wrap(record).getFormattedMessage()).toList();
        assertThat(lines).hasSize(15).allSatisfy(line -> {
            assertThat(line).matches("\\p{ASCII}+").doesNotContain("\n", "secret");
            JsonNode json = parse(line);
            assertThat(json.properties()).extracting(field -> field.getValue().isNull()).containsOnly(false);
            assertThat(json.get("service").textValue()).isEqualTo("<default>");
        });
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("\\{\"time\":\"[^\"]+\",\"operation\":\"create\","
                + "\"service\":\"<default>\",\"principal\":\"alice\",\"client\":\"7\",\"subject\":\"john\","
                + "\"scopes\":\\[\"granted\"],\"tokenId\":\"id-1\",\"accessToken\":\"[\\w-]{43}\","
                + "\"refreshToken\":\"[\\w-]{43}\",\"outcome\":\"success\",\"attempts\":1,\"status\":200,"
                + "\"resultCode\":\"A109001\"}"));
        assertThat(lines).anySatisfy(line -> assertThat(parse(line).path("subject").textValue()).isEqualTo(FORGED));
    }

    private static SecurityIdentity alice() {
        Principal principal = () -> "alice";
        return (SecurityIdentity) Proxy.newProxyInstance(AuditTrailTest.class.getClassLoader(),
                new Class<?>[] { SecurityIdentity.class },
                (proxy, method, arguments) -> method.getName().equals("getPrincipal") ? principal : false);
    }

    private static JsonNode parse(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static String sha256(String value) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Singleton
    static class Auditor {

        final BlockingQueue<TokenAuditEvent> events = new LinkedBlockingQueue<>();

        void observe(@ObservesAsync TokenAuditEvent event) {
            events.add(event);
        }

        TokenAuditEvent next() throws InterruptedException {
            TokenAuditEvent event = events.poll(1, TimeUnit.MINUTES);
            assertThat(event).isNotNull();
            return event;
        }
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.api.AuthleteApiException;
import com.authlete.common.api.AuthleteApiFactory;
import com.authlete.common.conf.AuthleteSimpleConfiguration;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** A hundred creates, and every fifth answer is lost after the server has issued the token. */
class LostAnswersTest {

    private static final int PORT = Ports.of(LostAnswersTest.class, "server");
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final int CREATES = 100;

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL, IssueLedger.class);

    @Inject
    TokenOperations tokens;

    IssueLedger ledger;
    FaultServer server;

    @BeforeEach
    void startServer() throws IOException {
        // All methods run on one instance of this class.
        ledger = new IssueLedger();
        server = FaultServer.start(PORT);
        server.play(ledger.script());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void noTokenIsIssuedTwiceAndEveryLostAnswerIsToldToTheCaller() {
        int successes = 0;
        int unknown = 0;
        for (int i = 0; i < CREATES; i++) {
            try {
                tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("subject-" + i)
                        .build());
                successes++;
            } catch (AuthleteException failure) {
                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(failure.safeToRetry()).isFalse();
                unknown++;
            }
        }

        print("this client", successes, unknown);
        assertThat(ledger.issuedTwice()).isZero();
        assertThat(ledger.tokens()).isEqualTo(CREATES);
        assertThat(successes).isEqualTo(80);
        assertThat(unknown).isEqualTo(20);
    }

    /** Why it matters: {@code HttpURLConnection} sends a POST again whose connection has ended, and nobody gets to know. */
    @Test
    void theVendorsClientIssuesTokensTwice() {
        AuthleteApi vendor = AuthleteApiFactory.create(new AuthleteSimpleConfiguration().setApiVersion("V3").setBaseUrl(URL)
                .setServiceApiKey("1").setServiceAccessToken("api-token"));
        int successes = 0;
        int failures = 0;
        for (int i = 0; i < CREATES; i++) {
            try {
                vendor.tokenCreate(new com.authlete.common.dto.TokenCreateRequest()
                        .setGrantType(com.authlete.common.types.GrantType.AUTHORIZATION_CODE).setClientId(1)
                        .setSubject("subject-" + i));
                successes++;
            } catch (AuthleteApiException e) {
                failures++;
            }
        }

        print("the vendor's client", successes, failures);
        assertThat(ledger.issuedTwice()).isPositive();
    }

    private void print(String client, int successes, int failures) {
        System.out.printf("%d creates with %s, every fifth answer lost: %d successes, %d failures, %d tokens issued,"
                + " %d subjects with more than one token%n", CREATES, client, successes, failures, ledger.tokens(),
                ledger.issuedTwice());
    }
}

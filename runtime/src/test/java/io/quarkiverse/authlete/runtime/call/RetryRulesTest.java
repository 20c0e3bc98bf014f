package io.quarkiverse.authlete.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.handler.proxy.ProxyConnectException;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;

class RetryRulesTest {

    private static final Set<Integer> CODES = RetryRules.DEFAULT_STATUS_CODES;

    @ParameterizedTest
    @CsvSource({ "429,true,true", "503,true,false", "500,true,false", "502,true,false", "504,true,false",
            "400,false,false", "401,false,false", "403,false,false", "404,false,false", "408,false,false",
            "425,false,false", "501,false,false", "302,false,false" })
    void statuses(int status, boolean idempotentRetried, boolean otherRetried) {
        assertThat(isRetried(new AuthleteHttpException(failed(true, status), "", null))).isEqualTo(idempotentRetried);
        assertThat(isRetried(new AuthleteHttpException(failed(false, status), "", null))).isEqualTo(otherRetried);
    }

    @Test
    void aServerThatRefusesForNowMayBeAskedAgainForAnything() {
        FailedCall call = failed(false, 503).toBuilder().outcome(OutcomeRules.ofError(503, Duration.ZERO, false)).build();

        assertThat(isRetried(new AuthleteHttpException(call, "", null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void withoutAnAnswerTheOutcomeDecides(Outcome outcome) {
        boolean safe = outcome != Outcome.UNKNOWN;
        for (AuthleteException failure : new AuthleteException[] {
                new AuthleteConnectionException(failed(false, outcome), "", null),
                new AuthleteTimeoutException(failed(false, outcome), "", null),
                new AuthleteUnreadableResponseException(answered(false, outcome), "", null) }) {
            assertThat(isRetried(failure)).as(failure.toString()).isEqualTo(safe);
        }
        assertThat(isRetried(new AuthleteConnectionException(failed(true, outcome), "", null))).isTrue();
    }

    @Test
    void connectionErrorsCanBeExcluded() {
        AuthleteException failure = new AuthleteConnectionException(failed(true, Outcome.NOT_SENT), "", null);

        assertThat(RetryRules.isRetryable(failure, CODES, false)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("permanentCauses")
    void whatOnlyAnotherConfigurationCanHelpIsNotRetried(Throwable cause) {
        FailedCall call = failed(true, Outcome.NOT_SENT);

        assertThat(isRetried(new AuthleteConnectionException(call, "", new IOException(cause)))).isFalse();
    }

    static List<Throwable> permanentCauses() {
        return List.of(new SSLHandshakeException("Received fatal alert: certificate_required"), new CertificateException("x"),
                new CertificateExpiredException("x"), new CertPathBuilderException("x"),
                new ProxyConnectException("http, basic, proxy => server, status: 407 Proxy Authentication Required"),
                new ProxyConnectException("http, none, proxy => server, status: 403 Forbidden"));
    }

    @Test
    void whatMayPassByItselfIsRetried() {
        FailedCall call = failed(true, Outcome.NOT_SENT);
        for (Throwable cause : List.of(new SSLHandshakeException("Received fatal alert: internal_error"),
                new SSLException("closed"), new ProxyConnectException("http, none, proxy => server, timeout"),
                new ProxyConnectException("http, none, proxy => server, status: 429 Too Many Requests"),
                new ProxyConnectException("http, none, proxy => server, status: 502 Bad Gateway"))) {
            assertThat(isRetried(new AuthleteConnectionException(call, "", cause))).as(cause.toString()).isTrue();
        }
    }

    @Test
    void aProxyThatRefusesThePasswordIsNotAskedAgain() {
        FailedCall call = FailedCall.builder(TokenOperation.LIST, "s", true, Outcome.NOT_SENT).status(407).build();

        assertThat(isRetried(new AuthleteConnectionException(call, "", null))).isFalse();
    }

    @Test
    void statusesCanBeAddedButNothingIsDoneTwice() {
        assertThat(RetryRules.isRetryable(new AuthleteHttpException(failed(false, 408), "", null), Set.of(408), true)).isTrue();
        assertThat(RetryRules.isRetryable(new AuthleteHttpException(failed(false, 500), "", null), Set.of(500), true))
                .isFalse();
    }

    @Test
    void anActionIsRetriedIfAuthleteFailedAndTheRequestIsIdempotent() {
        assertThat(isRetried(new AuthleteActionException(answered(true, Outcome.UNKNOWN), "", null))).isTrue();
        assertThat(isRetried(new AuthleteActionException(answered(false, Outcome.UNKNOWN), "", null))).isFalse();
        assertThat(isRetried(new AuthleteActionException(answered(true, Outcome.REJECTED), "", null))).isFalse();
    }

    @Test
    void anOpenBreakerIsNotRetriedAndARateLimitIs() {
        FailedCall open = failed(true, Outcome.NOT_SENT);
        FailedCall limited = FailedCall.builder(TokenOperation.LIST, "s", true, Outcome.NOT_SENT).attempts(0)
                .retryAfter(Duration.ofSeconds(1)).build();

        assertThat(isRetried(new AuthleteCallNotPermittedException(open, "", null))).isFalse();
        assertThat(isRetried(new AuthleteCallNotPermittedException(limited, "", null))).isTrue();
    }

    @Test
    void whatWasNeverRightIsNotRetried() {
        assertThat(isRetried(new AuthleteInvalidRequestException(failed(true, Outcome.NOT_SENT), "subject", ""))).isFalse();
        assertThat(isRetried(new AuthleteException(failed(true, Outcome.NOT_SENT), "", null))).isFalse();
    }

    private static boolean isRetried(AuthleteException failure) {
        return RetryRules.isRetryable(failure, CODES, true);
    }

    private static FailedCall failed(boolean idempotent, Outcome outcome) {
        return FailedCall.builder(TokenOperation.UPDATE, "s", idempotent, outcome).build();
    }

    private static FailedCall answered(boolean idempotent, Outcome outcome) {
        return FailedCall.builder(TokenOperation.UPDATE, "s", idempotent, outcome).status(200).build();
    }

    private static FailedCall failed(boolean idempotent, int status) {
        return FailedCall.builder(TokenOperation.UPDATE, "s", idempotent, OutcomeRules.ofError(status, null, false))
                .status(status).build();
    }
}

package io.quarkiverse.authlete.runtime.failure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.SecretScrubber;
import io.quarkiverse.authlete.runtime.dpop.DpopError;
import io.quarkiverse.authlete.runtime.json.ErrorBody;

/**
 * Makes the exceptions of one service.
 *
 * @param host the host of the server, with the port if the URL has one
 * @param clock tells when an answer arrived
 */
public record FailureFactory(String service, String host, InstantSource clock) {

    /** @return what is known of any failed call of the service */
    public FailedCall.Builder call(TokenOperation operation, boolean idempotent, Outcome outcome) {
        return FailedCall.builder(operation, service, idempotent, outcome).host(host);
    }

    /**
     * @param field what is wrong of that which the caller has passed
     * @param reason what is wrong with it, without its value
     */
    public AuthleteInvalidRequestException invalid(TokenOperation operation, String field, String reason) {
        return new AuthleteInvalidRequestException(call(operation, true, Outcome.NOT_SENT).attempts(0).build(), field,
                field + " " + reason);
    }

    /**
     * @param status an HTTP status other than success
     * @param body the body of the answer, {@code null} if there was none
     * @param advice what to look at, {@code null} for nothing
     */
    public AuthleteException httpError(RequestInfo request, int status, Map<String, List<String>> headers, String body,
            String advice) {
        ErrorBody result = ErrorBody.in(body);
        boolean hasResult = result.resultCode() != null || result.resultMessage() != null;
        String code = SecretScrubber.scrub(result.resultCode(), request.secrets());
        Duration retryAfter = RetryAfter.of(status, headers, clock.instant());
        FailedCall call = answered(request, OutcomeRules.ofError(status, retryAfter, hasResult), status, code,
                result.resultMessage(), retryAfter, headers, body);
        String reason = hasResult ? reason(code, result.resultMessage(), request.secrets())
                : "The server answered with HTTP status " + status;
        String told = advice == null ? reason : reason + (reason.endsWith(".") ? " " : ". ") + advice;
        return hasResult ? new AuthleteResultException(call, told, null) : new AuthleteHttpException(call, told, null);
    }

    /**
     * @param action the action in the answer, not OK; {@code null} if there was none
     * @return the exception for a success that says that nothing was done
     */
    public AuthleteException action(RequestInfo request, int status, Map<String, List<String>> headers,
            ResponseAction action, String resultCode, String resultMessage, TokenResponse response) {
        Set<String> secrets = secrets(request, response);
        String code = SecretScrubber.scrub(resultCode, secrets);
        return new AuthleteActionException(
                answered(request, OutcomeRules.ofAction(action), status, code, resultMessage, null, headers, null),
                "The action in the answer is " + (action == null ? "missing" : SecretScrubber.scrub(action.value(), secrets))
                        + ": " + reason(code, resultMessage, secrets),
                response);
    }

    /**
     * @param reason what is wrong with the body, without any part of it
     * @return the exception for a success without a usable body
     */
    public AuthleteException unreadable(RequestInfo request, int status, Map<String, List<String>> headers,
            String reason) {
        return noSuccess(request, status, headers, reason, null, null, null);
    }

    /** @return the exception for a success that says, or lets one suppose, that nothing was done */
    public AuthleteException noSuccess(RequestInfo request, int status, Map<String, List<String>> headers, String reason,
            String resultCode, String resultMessage, Object response) {
        Set<String> secrets = secrets(request, response);
        String code = SecretScrubber.scrub(resultCode, secrets);
        return new AuthleteUnreadableResponseException(
                answered(request, Outcome.UNKNOWN, status, code, resultMessage, null, headers, null),
                code == null && resultMessage == null ? reason : reason + ": " + reason(code, resultMessage, secrets), null);
    }

    /**
     * @param written whether the request, or a part of it, was written to a connection
     * @return the exception for a call without a complete answer
     */
    public AuthleteException transport(RequestInfo request, Throwable cause, boolean written, ServerRoute route) {
        // In TLS 1.3 the server looks at the client certificate when the client may already write, and before it reads.
        boolean sent = written && CertificateFailure.of(cause).isEmpty();
        FailedCall call = withoutAnswer(request, sent);
        if (TransportFailures.isTimeout(cause)) {
            return new AuthleteTimeoutException(call,
                    sent ? "No answer in time" : "No connection became free in time", withoutUrl(cause));
        }
        return new AuthleteConnectionException(call, TransportFailures.describe(cause, sent, route),
                withoutUrl(sent ? TransportFailures.unquoted(cause) : cause));
    }

    /** @return the exception for HTTP status 407: the proxy did not pass the request on */
    public AuthleteException proxyRefused(RequestInfo request, int status, Map<String, List<String>> headers, String body,
            ServerRoute route) {
        return new AuthleteConnectionException(
                answered(request, Outcome.NOT_SENT, status, null, null, null, headers, body), route.proxyRefused(status), null);
    }

    /**
     * @param nonceSent whether the proof had a nonce
     * @param nonceSupplied whether the server has supplied one for another proof
     */
    public AuthleteException dpopRefused(RequestInfo request, int status, Map<String, List<String>> headers, String body,
            DpopError error, boolean nonceSent, boolean nonceSupplied) {
        String reason = switch (error) {
            case INVALID_DPOP_PROOF -> "The server refused the DPoP proof (invalid_dpop_proof): check the clock of this"
                    + " machine, and whether the server sees the URL that is configured";
            case USE_DPOP_NONCE -> !nonceSupplied
                    ? "The server asks for a DPoP nonce (use_dpop_nonce), but its answer has none in the header DPoP-Nonce"
                    : nonceSent
                            ? "The server refused the DPoP nonce that it had supplied, and asks for another (use_dpop_nonce)"
                            : "The server asks for a DPoP nonce (use_dpop_nonce)";
        };
        return new AuthleteDpopRefusedException(httpError(request, status, headers, body, null).call(), reason,
                error == DpopError.USE_DPOP_NONCE && nonceSupplied);
    }

    /** @return the exception for a call that was given up because it reached a time limit */
    public AuthleteException timeout(RequestInfo request, Duration limit, boolean sent) {
        return new AuthleteTimeoutException(withoutAnswer(request, sent),
                (sent ? "No answer within " : "Not sent within ") + limit.toMillis() + " ms", null);
    }

    /**
     * @param cause the exception of the circuit breaker, the rate limit or the bulkhead
     * @param retryAfter when a call will be permitted again, {@code null} if that is not known
     */
    public AuthleteException notPermitted(RequestInfo request, String reason, Throwable cause, Duration retryAfter) {
        return new AuthleteCallNotPermittedException(call(request.operation(), request.idempotent(), Outcome.NOT_SENT)
                .attempts(0).retryAfter(retryAfter).build(), reason, cause);
    }

    public AuthleteException noApiToken(RequestInfo request, Throwable cause) {
        return other(request, cause, false, "The ApiTokenProvider supplied no API token: "
                + (cause.getMessage() == null ? cause.getClass().getName()
                        : SecretScrubber.scrub(cause.getMessage(), request.secrets())));
    }

    /**
     * @param sent whether the request, or a part of it, may have reached the server
     * @param reason what went wrong, without secrets
     */
    public AuthleteException other(RequestInfo request, Throwable cause, boolean sent, String reason) {
        return new AuthleteException(withoutAnswer(request, sent), reason, cause);
    }

    /** A message of Vert.x can have the URL in it, with the token of a delete: whoever logs the exception would log that. */
    private static Throwable withoutUrl(Throwable cause) {
        return TransportFailures.tellsUrl(cause) ? null : cause;
    }

    private FailedCall withoutAnswer(RequestInfo request, boolean sent) {
        return call(request.operation(), request.idempotent(), sent ? Outcome.UNKNOWN : Outcome.NOT_SENT).build();
    }

    private FailedCall answered(RequestInfo request, Outcome outcome, int status, String code, String message,
            Duration retryAfter, Map<String, List<String>> headers, String body) {
        Outcome told = OutcomeRules.isRefusedValue(code) ? Outcome.REJECTED : outcome;
        return call(request.operation(), request.idempotent(), told).status(status).resultCode(code)
                .resultMessage(message).retryAfter(retryAfter).headers(readOnly(headers)).body(body).build();
    }

    /** To be looked up in any case, as their names have none (RFC 9110, 5.1). */
    private static Map<String, List<String>> readOnly(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return copy;
    }

    /** The code is clean already. */
    static String reason(String code, String message, Collection<String> secrets) {
        if (message != null && !message.isBlank()) {
            String text = SecretScrubber.scrub(message.strip(), secrets);
            return code == null || text.contains(code) ? text : "[" + code + "] " + text;
        }
        return code == null ? "no result message" : "Result code " + code;
    }

    private static Set<String> secrets(RequestInfo request, Object response) {
        Stream<String> issued = Stream.empty();
        if (response instanceof TokenCreateResponse created) {
            issued = Stream.of(created.accessToken(), created.refreshToken(), created.jwtAccessToken(), created.sessionId());
        } else if (response instanceof TokenUpdateResponse updated) {
            issued = Stream.of(updated.accessToken());
        }
        Set<String> secrets = new HashSet<>(request.secrets());
        issued.filter(Objects::nonNull).forEach(secrets::add);
        return secrets;
    }
}

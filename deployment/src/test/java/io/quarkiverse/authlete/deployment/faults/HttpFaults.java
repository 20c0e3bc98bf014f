package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.Call.CREATE;
import static io.quarkiverse.authlete.deployment.faults.Call.DELETE;
import static io.quarkiverse.authlete.deployment.faults.Call.UPDATE;
import static io.quarkiverse.authlete.deployment.faults.Call.UPDATE_TO_NEW_VALUE;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.NOT_REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.answer;
import static io.quarkiverse.authlete.error.Outcome.NOT_SENT;
import static io.quarkiverse.authlete.error.Outcome.REJECTED;
import static io.quarkiverse.authlete.error.Outcome.UNKNOWN;

import java.util.List;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;

/** Complete HTTP answers that are not what was hoped for. */
final class HttpFaults {

    private static final String RESULT = "{\"resultCode\":\"A1\",\"resultMessage\":\"why\"}";
    private static final String HTML = "<html><body>Bad gateway</body></html>";
    private static final String UNAVAILABLE = "503 Service Unavailable";
    private static final String REFUSED_FOR_NOW = "503 with a wait or a result of Authlete";
    private static final String JSON = "Content-Type: application/json";

    // The columns: what happens, row of the documented table, answer, exception, outcome, and the number of requests of
    // list | delete, revoke, update | create, update with a new value.
    static final List<FaultCase> ALL = List.of(
            rejected("400", "other 4xx", "400 Bad Request", "", NOT_REPEATED),
            FaultCase.of("400 with a result", "other 4xx", answer("400 Bad Request", RESULT, JSON),
                    AuthleteResultException.class, REJECTED, NOT_REPEATED, NOT_REPEATED, NOT_REPEATED),
            rejected("401", "other 4xx", "401 Unauthorized", "", NOT_REPEATED),
            rejected("403", "other 4xx", "403 Forbidden", "", NOT_REPEATED),
            rejected("404", "other 4xx", "404 Not Found", "", NOT_REPEATED),
            FaultCase.of("407", "407 from a proxy", answer("407 Proxy Authentication Required", ""),
                    AuthleteConnectionException.class, NOT_SENT, NOT_REPEATED, NOT_REPEATED, NOT_REPEATED),
            rejected("408", "other 4xx", "408 Request Timeout", "", NOT_REPEATED),
            rejected("409", "other 4xx", "409 Conflict", "", NOT_REPEATED),
            rejected("425", "other 4xx", "425 Too Early", "", NOT_REPEATED),

            rejected("429", "429", "429 Too Many Requests", "", REPEATED),
            FaultCase.of("429 with a result", "429", answer("429 Too Many Requests", RESULT, JSON),
                    AuthleteResultException.class, REJECTED, REPEATED, REPEATED, REPEATED),
            rejected("429 Retry-After 0", "429", "429 Too Many Requests", "0", REPEATED),
            rejected("429 Retry-After 1", "429", "429 Too Many Requests", "1", REPEATED).slow(),
            rejected("429 Retry-After past date", "429", "429 Too Many Requests", "Sun, 06 Nov 1994 08:49:37 GMT", REPEATED),
            rejected("429 Retry-After -5", "429", "429 Too Many Requests", "-5", REPEATED),
            rejected("429 Retry-After soon", "429", "429 Too Many Requests", "soon", REPEATED),
            rejected("429 Retry-After longer than the timeout", null, "429 Too Many Requests", "600", NOT_REPEATED),
            rejected("429 Retry-After 30,000 years", null, "429 Too Many Requests", "999999999999", NOT_REPEATED),
            rejected("429 Retry-After date in 3000", null, "429 Too Many Requests", "Wed, 01 Jan 3000 00:00:00 GMT",
                    NOT_REPEATED),

            waiting("429 RateLimit-Reset 1", REPEATED, "RateLimit-Reset: 1", "X-RateLimit-Reset: 600", "Retry-After: 600")
                    .slow(),
            waiting("429 X-RateLimit-Reset 1", REPEATED, "RateLimit-Reset: soon", "X-RateLimit-Reset: 1", "Retry-After: 600")
                    .slow(),
            waiting("429 RateLimit-Reset longer than the timeout", NOT_REPEATED, "Retry-After: 0", "RateLimit-Reset: 600"),
            waiting("429 X-RateLimit-Reset longer than the timeout", NOT_REPEATED, "Retry-After: 0", "X-RateLimit-Reset: 600"),
            waiting("429 resets that are not understood", REPEATED, "RateLimit-Reset: soon", "X-RateLimit-Reset: -1"),

            rejected("503 Retry-After 0", REFUSED_FOR_NOW, UNAVAILABLE, "0", REPEATED),
            rejected("503 Retry-After past date", REFUSED_FOR_NOW, UNAVAILABLE, "Sun, 06 Nov 1994 08:49:37 GMT", REPEATED),
            FaultCase.of("503 RateLimit-Reset 0", REFUSED_FOR_NOW, answer(UNAVAILABLE, HTML, "RateLimit-Reset: 0"),
                    AuthleteHttpException.class, REJECTED, REPEATED, REPEATED, REPEATED),
            FaultCase.of("503 X-RateLimit-Reset 0", REFUSED_FOR_NOW, answer(UNAVAILABLE, HTML, "X-RateLimit-Reset: 0"),
                    AuthleteHttpException.class, REJECTED, REPEATED, REPEATED, REPEATED),
            FaultCase.of("503 with a result", REFUSED_FOR_NOW, answer(UNAVAILABLE, RESULT, JSON),
                    AuthleteResultException.class, REJECTED, REPEATED, REPEATED, REPEATED),
            rejected("503 Retry-After longer than the timeout", null, UNAVAILABLE, "600", NOT_REPEATED),

            // So answers a proxy whose server died, perhaps after it had issued the token.
            unknown("503", "any other 503", UNAVAILABLE, "", AuthleteHttpException.class),
            unknown("503 with HTML", "any other 503", UNAVAILABLE, HTML, AuthleteHttpException.class),
            unknown("503 with JSON of a gateway", "any other 503", UNAVAILABLE, "{\"error\":\"no healthy upstream\"}",
                    AuthleteHttpException.class, JSON),
            unknown("503 Retry-After soon", "any other 503", UNAVAILABLE, "", AuthleteHttpException.class,
                    "Retry-After: soon"),

            unknown("500", "500", "500 Internal Server Error", "", AuthleteHttpException.class),
            unknown("500 with a result", "500", "500 Internal Server Error", RESULT, AuthleteResultException.class),
            unknown("502 with HTML", "502", "502 Bad Gateway", HTML, AuthleteHttpException.class),
            unknown("504", "504", "504 Gateway Timeout", "", AuthleteHttpException.class),
            FaultCase.of("501", null, answer("501 Not Implemented", ""), AuthleteHttpException.class, UNKNOWN,
                    NOT_REPEATED, NOT_REPEATED, NOT_REPEATED),

            action("BAD_REQUEST", "200 with action BAD_REQUEST, FORBIDDEN or NOT_FOUND", REJECTED, NOT_REPEATED),
            action("FORBIDDEN", "200 with action BAD_REQUEST, FORBIDDEN or NOT_FOUND", REJECTED, NOT_REPEATED),
            action("NOT_FOUND", "200 with action BAD_REQUEST, FORBIDDEN or NOT_FOUND", REJECTED, NOT_REPEATED),
            action("INTERNAL_SERVER_ERROR", "200 with action INTERNAL_SERVER_ERROR", UNKNOWN, REPEATED),
            action("SOMETHING_NEW", null, UNKNOWN, REPEATED),

            good("wrong content type", "200 OK", "Content-Type: text/html"),
            good("no content type", "200 OK"),
            good("201", "201 Created", JSON),
            good("202 with the answer", "202 Accepted", JSON),
            good("203", "203 Non-Authoritative Information", JSON),
            good("206", "206 Partial Content", JSON),
            BodyFaults.unreadable("empty 200", answer("200 OK", "", JSON)).succeeds(DELETE),
            BodyFaults.unreadable("204 where a body is due", FaultScript.onRequest(
                    (request, connection) -> connection.write("HTTP/1.1 204 No Content\r\n\r\n")))
                    .succeeds(DELETE));

    private HttpFaults() {
    }

    private static FaultCase good(String name, String status, String... headers) {
        return FaultCase.of(name, null,
                FaultScript.onRequest((request, connection) -> connection.answer(status, Answers.goodFor(request), headers)),
                AuthleteException.class, UNKNOWN, NOT_REPEATED, NOT_REPEATED, NOT_REPEATED).succeeds(Call.values());
    }

    private static FaultCase waiting(String name, int requests, String... headers) {
        return FaultCase.of(name, null, answer("429 Too Many Requests", HTML, headers), AuthleteHttpException.class, REJECTED,
                requests, requests, requests);
    }

    private static FaultCase rejected(String name, String documentedAs, String status, String retryAfter, int requests) {
        FaultScript answer = retryAfter.isEmpty() ? answer(status, "") : answer(status, "", "Retry-After: " + retryAfter);
        return FaultCase.of(name, documentedAs, answer, AuthleteHttpException.class, REJECTED, requests, requests, requests);
    }

    private static FaultCase unknown(String name, String documentedAs, String status, String body,
            Class<? extends AuthleteException> exception, String... headers) {
        return FaultCase.of(name, documentedAs, answer(status, body, headers), exception, UNKNOWN, REPEATED, REPEATED,
                NOT_REPEATED);
    }

    private static FaultCase action(String action, String documentedAs, Outcome outcome, int requests) {
        return FaultCase.of("200 with action " + action, documentedAs,
                answer("200 OK", Answers.action(action, "\"accessToken\":null"), JSON), AuthleteActionException.class, outcome,
                requests, requests, NOT_REPEATED).only(CREATE, UPDATE, UPDATE_TO_NEW_VALUE);
    }
}

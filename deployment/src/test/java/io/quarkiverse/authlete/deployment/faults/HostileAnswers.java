package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.BodyFaults.unreadable;
import static io.quarkiverse.authlete.deployment.faults.Call.BATCH_STATUS;
import static io.quarkiverse.authlete.deployment.faults.Call.CREATE;
import static io.quarkiverse.authlete.deployment.faults.Call.CREATE_BATCH;
import static io.quarkiverse.authlete.deployment.faults.Call.DELETE;
import static io.quarkiverse.authlete.deployment.faults.Call.LIST;
import static io.quarkiverse.authlete.deployment.faults.Call.REVOKE;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.NOT_REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.onRequest;

import java.util.List;

import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.Outcome;

/** Answers that are made to harm: too large, ambiguous, or not of the kind that they claim to be. */
final class HostileAnswers {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String JSON = OK + "Content-Type: application/json\r\n";
    private static final String CHUNKED = JSON + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String A_LOT = "a".repeat(100_000);

    static final List<FaultCase> ALL = List.of(
            notHttp("huge header", OK + "X: " + A_LOT + "\r\n\r\n"),
            notHttp("too many headers", OK + "X: a\r\n".repeat(10_000) + "\r\n"),
            notHttp("huge name of a header", OK + A_LOT + ": x\r\n\r\n"),
            notHttp("huge status text", "HTTP/1.1 200 " + A_LOT + "\r\n\r\n"),
            notHttp("endless status line", A_LOT),
            notHttp("huge chunk extension", CHUNKED + "2;" + A_LOT + "\r\n{}\r\n0\r\n\r\n"),
            notHttp("huge trailer", CHUNKED + "2\r\n{}\r\n0\r\nX: " + A_LOT + "\r\n\r\n"),
            notHttp("negative chunk size", CHUNKED + "-1\r\n{}\r\n0\r\n\r\n"),
            notHttp("two content lengths", JSON + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}"),
            notHttp("negative content length", JSON + "Content-Length: -1\r\n\r\n{}"),
            notHttp("content length that is no number", JSON + "Content-Length: many\r\n\r\n{}"),
            notHttp("token instead of a status line", "secret-piece-of-a-body\"}\r\n\r\n"),
            notHttp("token instead of a status", "HTTP/1.1 secret-piece-of-a-body OK\r\n\r\n"),
            notHttp("token instead of a chunk size", CHUNKED + "secret-piece-of-a-body\r\n"),
            FaultCase.of("endless answers before the answer", null, onRequest((request, connection) -> {
                while (true) {
                    connection.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                }
            }), AuthleteTimeoutException.class, Outcome.UNKNOWN, REPEATED, REPEATED, NOT_REPEATED)
                    .service(BodyFaults.IMPATIENT).only(LIST, CREATE).slow(),

            noStatus("600"), noStatus("999"),
            refusedStatus("000"), refusedStatus("099"), refusedStatus("101"),

            answered("deep nesting", "{\"new\":" + "[".repeat(20_000)),
            answered("duplicate names", "{\"action\":\"OK\",\"accessToken\":\"secret-a\",\"accessToken\":\"secret-b\","
                    + "\"count\":1,\"count\":2}"),
            answered("thousand digits", numbers("9".repeat(1001))),
            answered("huge exponent", numbers("1e999999999")),
            answered("too large for its type", numbers("92233720368547758080")),
            answered("not a number", numbers("NaN")),
            answered("wrong type", numbers("[\"secret-x\"]")),
            answered("long name", "{\"" + "n".repeat(1001) + "\":1}"),
            answered("invalid UTF-8", "{\"resultMessage\":\"\u00e9\"}"),
            answered("binary", "\u0000\u0001\u00ff\u00fe"),
            answered("garbage after the answer", "{\"action\":\"OK\",\"accessToken\":\"secret-a\"}secret-b"),
            answered("negative count", numbers("-1")).only(LIST, BATCH_STATUS, REVOKE),
            answered("OK without a token", "{\"action\":\"OK\",\"accessToken\":null}").only(CREATE),
            answered("batch without an ID", "{\"resultCode\":\"A109080\",\"requestId\":null}").only(CREATE_BATCH),
            answered("no status of the batch", "{\"resultCode\":\"A109081\",\"status\":null}").only(BATCH_STATUS));

    private HostileAnswers() {
    }

    private static String numbers(String number) {
        return "{\"action\":\"OK\",\"accessToken\":\"secret-a\",\"expiresIn\":%1$s,\"accessTokenExpiresAt\":%1$s,\"count\":%1$s,"
                .formatted(number) + "\"totalCount\":" + number + ",\"status\":{\"tokenCount\":" + number + "}}";
    }

    private static FaultCase notHttp(String name, String answer) {
        return FaultCase.of(name, null, FaultScript.writeAndStall(answer), AuthleteConnectionException.class, Outcome.UNKNOWN,
                REPEATED, REPEATED, NOT_REPEATED).only(LIST, CREATE, DELETE);
    }

    private static FaultCase noStatus(String status) {
        return FaultCase.of("status " + status, null, FaultScript.answer(status + " Odd", Answers.CREATED),
                AuthleteResultException.class, Outcome.UNKNOWN, NOT_REPEATED, NOT_REPEATED, NOT_REPEATED)
                .only(LIST, CREATE, DELETE);
    }

    /** No status of a final answer: the client gives up before the body. */
    private static FaultCase refusedStatus(String status) {
        return FaultCase.of("status " + status, null, FaultScript.answer(status + " Odd", ""),
                AuthleteConnectionException.class, Outcome.UNKNOWN, REPEATED, REPEATED, NOT_REPEATED)
                .only(LIST, CREATE, DELETE);
    }

    private static FaultCase answered(String name, String body) {
        return unreadable(name, onRequest((request, connection) -> connection.answerJson(body))).only(LIST, CREATE,
                CREATE_BATCH, BATCH_STATUS, REVOKE);
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.Call.BATCH_STATUS;
import static io.quarkiverse.authlete.deployment.faults.Call.CREATE_BATCH;
import static io.quarkiverse.authlete.deployment.faults.Call.DELETE;
import static io.quarkiverse.authlete.deployment.faults.Call.LIST;
import static io.quarkiverse.authlete.deployment.faults.Call.REVOKE;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.NOT_REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.onAccept;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.onRequest;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.writeAndClose;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.writeAndStall;
import static io.quarkiverse.authlete.error.Outcome.UNKNOWN;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;

/** Answers that do not come, come slowly, end too early or are not HTTP. The request may have been processed each time. */
final class BodyFaults {

    /** Its time for one attempt is short. */
    static final String IMPATIENT = "impatient";
    /** Its time for the beginning of the answer is short. */
    static final String READ_TIMEOUT = "read-timeout";

    private static final String JSON = "Content-Type: application/json";
    private static final String FAILED = "{\"resultCode\":\"A001202\",\"resultMessage\":\"why\"";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String LOST = "connection lost after sending";
    private static final String CUT_OFF = "truncated or unreadable body";
    private static final String LATE = "no answer in time";
    private static final String HUGE = "x".repeat(1_000_000);

    // The columns: what happens, row of the documented table, fault, exception, outcome, and the number of requests of
    // list | delete, revoke, update | create, update with a new value.
    static final List<FaultCase> ALL = List.of(
            unknown("reset before the request was read", LOST, AuthleteConnectionException.class, onAccept(connection -> {
                connection.awaitFirstByte();
                connection.reset();
            })).serverSeesNothing(),
            unknown("reset after the request was read", LOST, AuthleteConnectionException.class,
                    onRequest((request, connection) -> connection.reset())),
            unknown("close after the request was read", LOST, AuthleteConnectionException.class,
                    onRequest((request, connection) -> connection.close())),
            unknown("close in the headers", LOST, AuthleteConnectionException.class, writeAndClose(HEAD)),
            unknown("reset in the body", LOST, AuthleteConnectionException.class, onRequest((request, connection) -> {
                connection.write(HEAD + "Content-Length: 1000\r\n\r\n{\"action\":\"OK\"");
                connection.reset();
            })),

            unknown("truncated body", CUT_OFF, AuthleteConnectionException.class,
                    writeAndClose(HEAD + "Content-Length: 1000\r\n\r\n{\"action\":\"OK\"")),
            unknown("truncated chunked body", CUT_OFF, AuthleteConnectionException.class,
                    writeAndClose(HEAD + "Transfer-Encoding: chunked\r\n\r\nF\r\n{\"action\":\"OK\",\r\n")),
            unreadable("content length too short", onRequest((request, connection) -> connection
                    .write(HEAD + "Content-Length: 10\r\n\r\n" + Answers.CREATED))),
            unknown("content length too long", CUT_OFF, AuthleteTimeoutException.class,
                    writeAndStall(HEAD + "Content-Length: 1000\r\n\r\n" + Answers.CREATED)).service(IMPATIENT).slow(),
            unreadable("not JSON", FaultScript.answer("200 OK", "<html>Hello</html>", "Content-Type: text/html")),
            unreadable("nothing in the object", FaultScript.answer("200 OK", "{}", JSON)).only(LIST, CREATE_BATCH, BATCH_STATUS,
                    DELETE, REVOKE),
            unreadable("null", FaultScript.answer("200 OK", "null", JSON)),
            unreadable("an array", FaultScript.answer("200 OK", "[]", JSON)),
            unreadable("a result of a failure and nothing else", FaultScript.answer("200 OK", FAILED + "}", JSON)).only(LIST,
                    CREATE_BATCH, BATCH_STATUS, DELETE, REVOKE),
            unreadable("a result of a failure with all that is due", FaultScript.answer("200 OK", FAILED
                    + ",\"action\":\"OK\",\"accessToken\":\"x\",\"count\":1,\"totalCount\":1,\"requestId\":\"b\",\"status\":{}}",
                    JSON)),
            unreadable("an action of a failure", FaultScript.answer("200 OK", "{\"action\":\"BAD_REQUEST\","
                    + "\"count\":1,\"totalCount\":1,\"requestId\":\"b\",\"status\":{},\"resultCode\":\"A161001\"}", JSON))
                    .only(LIST, CREATE_BATCH, BATCH_STATUS, DELETE, REVOKE),
            unreadable("202 without a body", FaultScript.answer("202 Accepted", "")),
            unreadable("203 of a captive portal", FaultScript.answer("203 Non-Authoritative Information", "<html>Hello</html>",
                    "Content-Type: text/html")),
            unknown("garbage instead of HTTP", CUT_OFF, AuthleteConnectionException.class,
                    writeAndClose("\u0000\u0001\u00FFgarbage\r\n\r\n\r\n")),
            unknown("garbage in a chunk", CUT_OFF, AuthleteConnectionException.class,
                    writeAndClose(HEAD + "Transfer-Encoding: chunked\r\n\r\nno-number\r\n{}\r\n0\r\n\r\n")),
            unknown("huge body with its length", CUT_OFF, AuthleteConnectionException.class,
                    onRequest((request, connection) -> connection.answerJson('"' + HUGE + '"'))),
            unknown("huge chunked body", CUT_OFF, AuthleteConnectionException.class,
                    onRequest((request, connection) -> connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(HUGE.length()) + "\r\n" + HUGE + "\r\n0\r\n\r\n"))),

            late("stall before the headers", IMPATIENT, writeAndStall("")),
            late("stall in the headers", IMPATIENT, writeAndStall("HTTP/1.1 200 OK\r\nContent-")),
            late("stall in the body", IMPATIENT, writeAndStall(HEAD + "Content-Length: 1000\r\n\r\n{")),
            late("slow drip", IMPATIENT, onRequest((request, connection) -> drip(connection))),
            late("silence before the headers", READ_TIMEOUT, writeAndStall("")));

    private BodyFaults() {
    }

    /** A success status with a body that says nothing. */
    static FaultCase unreadable(String name, FaultScript script) {
        return unknown(name, CUT_OFF, AuthleteUnreadableResponseException.class, script);
    }

    private static FaultCase late(String name, String service, FaultScript script) {
        return unknown(name, LATE, AuthleteTimeoutException.class, script).service(service).slow();
    }

    private static FaultCase unknown(String name, String documentedAs, Class<? extends AuthleteException> exception,
            FaultScript script) {
        return FaultCase.of(name, documentedAs, script, exception, UNKNOWN, REPEATED, REPEATED, NOT_REPEATED);
    }

    /** Never silent for long, and yet never done. The client ends it, by closing the connection. */
    private static void drip(FaultConnection connection) throws IOException, InterruptedException {
        String answer = HEAD + "Content-Length: 1000\r\n\r\n" + " ".repeat(1000);
        for (char letter : answer.toCharArray()) {
            connection.write(String.valueOf(letter));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

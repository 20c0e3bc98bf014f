package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.NOT_REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultMatrix.REPEATED;
import static io.quarkiverse.authlete.deployment.faults.FaultScript.onAccept;
import static io.quarkiverse.authlete.error.Outcome.NOT_SENT;

import java.util.List;

import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;

/** Requests that never leave the client, because there is no connection for them. */
final class ConnectionFaults {

    /** Nothing listens there. */
    static final String REFUSED = "refused";
    static final String UNKNOWN_HOST = "unknown-host";
    /** Something listens, but takes no more connections. */
    static final String FULL = "full";
    /** Like {@link #FULL}, and an attempt may take less time than opening a connection. */
    static final String FULL_IMPATIENT = "full-impatient";
    /** https to a server that does as a test tells it. */
    static final String TLS = "tls";
    /** Like {@link #TLS}, and an attempt may take little time. */
    static final String TLS_IMPATIENT = "tls-impatient";
    static final String SELF_SIGNED = "self-signed";

    private static final String LATE = "no connection in time";
    private static final String HANDSHAKE = "TLS handshake failed";

    // The columns: what happens, row of the documented table, service with that fault, exception, and what its server does.
    static final List<FaultCase> ALL = List.of(
            notSent("refused connection", "connection refused", REFUSED, AuthleteConnectionException.class, FaultScript.GOOD),
            notSent("unknown host", "host name not found", UNKNOWN_HOST, AuthleteConnectionException.class, FaultScript.GOOD),
            notSent("connect timeout", LATE, FULL, AuthleteConnectionException.class, FaultScript.GOOD).slow(),
            notSent("attempt timeout before the connection", LATE, FULL_IMPATIENT, AuthleteTimeoutException.class,
                    FaultScript.GOOD).slow(),
            notSent("TLS to a plain-text port", HANDSHAKE, TLS, AuthleteConnectionException.class, onAccept(connection -> {
                connection.awaitFirstByte();
                connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                connection.awaitEnd();
            })),
            notSent("reset in the TLS handshake", HANDSHAKE, TLS, AuthleteConnectionException.class, onAccept(connection -> {
                connection.awaitFirstByte();
                connection.reset();
            })),
            notSent("close in the TLS handshake", HANDSHAKE, TLS, AuthleteConnectionException.class, onAccept(connection -> {
                connection.awaitFirstByte();
                connection.close();
            })),
            notSent("silence in the TLS handshake", HANDSHAKE, TLS_IMPATIENT, AuthleteTimeoutException.class,
                    onAccept(FaultConnection::awaitEnd)).slow(),
            FaultCase.of("self-signed certificate", "wrong certificate", FaultScript.GOOD, AuthleteConnectionException.class,
                    NOT_SENT, NOT_REPEATED, NOT_REPEATED, NOT_REPEATED).service(SELF_SIGNED).serverSeesNothing());

    /** Another call has the only connection. That other call is a list, so that lists are not part of it. */
    static final FaultCase NO_FREE_CONNECTION = notSent("no free connection in the pool", LATE, null,
            AuthleteTimeoutException.class, FaultScript.GOOD).only(Call.CREATE, Call.CREATE_BATCH, Call.BATCH_STATUS,
                    Call.UPDATE, Call.UPDATE_TO_NEW_VALUE, Call.DELETE, Call.REVOKE);

    /** Not even tried, and so not repeated either. */
    static final FaultCase BREAKER_OPEN = FaultCase.of("circuit breaker open", "circuit breaker open", FaultScript.GOOD,
            AuthleteCallNotPermittedException.class, NOT_SENT, 0, 0, 0);

    private ConnectionFaults() {
    }

    private static FaultCase notSent(String name, String documentedAs, String service,
            Class<? extends AuthleteException> exception, FaultScript script) {
        return FaultCase.of(name, documentedAs, script, exception, NOT_SENT, REPEATED, REPEATED, REPEATED).service(service)
                .serverSeesNothing();
    }
}

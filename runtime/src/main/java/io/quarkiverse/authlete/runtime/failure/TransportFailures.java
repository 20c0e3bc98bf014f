package io.quarkiverse.authlete.runtime.failure;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/** Tells apart why there was no complete answer. */
final class TransportFailures {

    private TransportFailures() {
    }

    static boolean isTimeout(Throwable failure) {
        return has(failure, TimeoutException.class);
    }

    static String describe(Throwable failure, boolean sent) {
        if (has(failure, ResponseTooLargeException.class)) {
            return "The answer is larger than max-response-size allows, and was not read to its end";
        }
        if (sent) {
            return "The connection ended before the answer was complete";
        }
        if (has(failure, UnknownHostException.class)) {
            return "The host name could not be resolved";
        }
        if (has(failure, SSLException.class)) {
            return "The TLS connection could not be set up";
        }
        if (has(failure, ConnectException.class)) {
            return "No connection to the server";
        }
        return "The request could not be sent";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}

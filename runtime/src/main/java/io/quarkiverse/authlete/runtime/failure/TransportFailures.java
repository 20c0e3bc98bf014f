package io.quarkiverse.authlete.runtime.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;

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
            return isNotHttp(failure) ? "The answer is not HTTP, or its headers are too large"
                    : "The connection ended before the answer was complete";
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

    /** The parser quotes what it can't read, and that may be a piece of a body with a token in it. */
    static Throwable unquoted(Throwable failure) {
        if (!isNotHttp(failure)) {
            return failure;
        }
        IOException unquoted = new IOException(failure.getClass().getName());
        unquoted.setStackTrace(failure.getStackTrace());
        return unquoted;
    }

    private static boolean isNotHttp(Throwable failure) {
        // what Netty throws for a malformed status line, header or chunk
        return has(failure, IllegalArgumentException.class) || has(failure, DecoderException.class);
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

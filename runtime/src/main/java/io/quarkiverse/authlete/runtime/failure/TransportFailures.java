package io.quarkiverse.authlete.runtime.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.ProxyConnectException;
import io.quarkiverse.authlete.error.AuthleteException;

/** Tells apart why there was no complete answer. */
public final class TransportFailures {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The exception has the status of the proxy only in its message. */
    private static final Pattern PROXY_STATUS = Pattern.compile("status: (\\d{3})\\b");

    /** In the URL of every request. */
    private static final String PATH = "/auth/token/";

    private TransportFailures() {
    }

    /** @return whether only another configuration, or another certificate, can help */
    public static boolean isPermanent(AuthleteException failure) {
        int proxyStatus = failure.status() == null ? proxyStatus(failure.getCause()) : failure.status();
        return CertificateFailure.of(failure.getCause()).isPresent()
                || proxyStatus >= 400 && proxyStatus < 500 && proxyStatus != TOO_MANY_REQUESTS;
    }

    static boolean isTimeout(Throwable failure) {
        return has(failure, TimeoutException.class);
    }

    static String describe(Throwable failure, boolean sent, ServerRoute route) {
        Optional<CertificateFailure> certificate = CertificateFailure.of(failure);
        if (certificate.isPresent()) {
            return certificate.get().describe(route);
        }
        if (has(failure, ResponseTooLargeException.class)) {
            return "The answer is larger than max-response-size allows, and was not read to its end";
        }
        if (sent) {
            return isNotHttp(failure) ? "The answer is not HTTP, or its headers are too large"
                    : "The connection ended before the answer was complete";
        }
        if (has(failure, ProxyConnectException.class)) {
            return describeRefusal(proxyStatus(failure), route);
        }
        if (has(failure, UnknownHostException.class)) {
            return "The host name " + (route.proxy() == null ? "" : "of the proxy " + route.proxy() + " ")
                    + "could not be resolved";
        }
        if (has(failure, SSLException.class)) {
            return "The TLS connection could not be set up";
        }
        if (has(failure, ConnectException.class)) {
            return route.proxy() == null ? "No connection to the server" : "No connection to the proxy " + route.proxy();
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

    private static String describeRefusal(int status, ServerRoute route) {
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return route.proxyRefused(status);
        }
        return "The proxy " + route.proxy() + " did not connect to " + route.server()
                + (status == 0 ? "" : " (HTTP status " + status + ")");
    }

    /** @return 0 if it is not known */
    private static int proxyStatus(Throwable failure) {
        return causes(failure).filter(cause -> cause instanceof ProxyConnectException && cause.getMessage() != null)
                .map(cause -> PROXY_STATUS.matcher(cause.getMessage())).findFirst()
                .filter(Matcher::find).map(status -> Integer.parseInt(status.group(1))).orElse(0);
    }

    /** @return whether a message has the URL of a request in it */
    static boolean tellsUrl(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause.getMessage() != null && cause.getMessage().contains(PATH));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

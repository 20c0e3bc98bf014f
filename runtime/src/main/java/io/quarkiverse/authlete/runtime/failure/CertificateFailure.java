package io.quarkiverse.authlete.runtime.failure;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a certificate: something that does not pass by itself. */
enum CertificateFailure {

    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    WRONG_HOST,
    NOT_TRUSTED,
    /** The server does not accept the certificate of the client, or wants one. */
    CLIENT_REFUSED;

    /** The alerts of RFC 8446, 6.2, that are about the certificate of the other side. */
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (bad_certificate|unsupported_certificate"
            + "|certificate_revoked|certificate_expired|certificate_unknown|unknown_ca|certificate_required)\\b");

    static Optional<CertificateFailure> of(Throwable failure) {
        CertificateFailure found = null;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            CertificateFailure closer = ofOne(t);
            // The innermost exception knows best, but an unspecific one knows less than those around it.
            if (closer != null && (found == null || closer != NOT_TRUSTED)) {
                found = closer;
            }
        }
        return Optional.ofNullable(found);
    }

    String describe(ServerRoute route) {
        String certificate = "The certificate of " + route.server();
        return switch (this) {
            case EXPIRED -> certificate + ", or of its CA, has expired: the server needs a new one";
            case NOT_YET_VALID -> certificate + " is not valid yet: check the clocks of both machines";
            case REVOKED -> certificate + " was revoked: the server needs a new one";
            case WRONG_HOST -> certificate + " is for another host name: the one in " + route.urlProperty()
                    + " must be in the certificate";
            case NOT_TRUSTED -> certificate + " is not trusted: put its CA in the trust store of a TLS configuration, and name"
                    + " that in " + route.tlsProperty();
            case CLIENT_REFUSED -> "The server " + route.server() + " does not accept the client certificate, or misses one:"
                    + " put certificate and key in the key store of a TLS configuration, and name that in "
                    + route.tlsProperty();
        };
    }

    private static CertificateFailure ofOne(Throwable failure) {
        if (failure instanceof CertificateExpiredException) {
            return EXPIRED;
        }
        if (failure instanceof CertificateNotYetValidException) {
            return NOT_YET_VALID;
        }
        if (failure instanceof CertificateRevokedException) {
            return REVOKED;
        }
        if (failure instanceof CertPathValidatorException invalid) {
            return ofReason(invalid.getReason());
        }
        if (failure instanceof CertificateException || failure instanceof CertPathBuilderException) {
            return isWrongHost(failure) ? WRONG_HOST : NOT_TRUSTED;
        }
        // The REST client keeps the message of an SSLException, but in an exception of its own.
        boolean alert = failure instanceof IOException && failure.getMessage() != null
                && ALERT.matcher(failure.getMessage()).find();
        return alert ? CLIENT_REFUSED : null;
    }

    private static CertificateFailure ofReason(CertPathValidatorException.Reason reason) {
        if (reason == CertPathValidatorException.BasicReason.EXPIRED) {
            return EXPIRED;
        }
        if (reason == CertPathValidatorException.BasicReason.NOT_YET_VALID) {
            return NOT_YET_VALID;
        }
        return reason == CertPathValidatorException.BasicReason.REVOKED ? REVOKED : NOT_TRUSTED;
    }

    /** The JDK has no class for it; these are its words for a DNS name, an IP address, and neither in the certificate. */
    private static boolean isWrongHost(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass() == CertificateException.class && message != null
                && (message.startsWith("No name matching") || message.startsWith("No subject alternative"));
    }
}

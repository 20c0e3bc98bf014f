package io.quarkiverse.authlete.runtime.dpop;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.HeaderRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * DPoP for one service: its key, and the last nonce that the server has supplied (RFC 9449, 9). It signs off the event loops,
 * since an RSA signature takes milliseconds, and on threads of its own, since those of the application may all wait for these
 * very calls.
 */
public final class ServiceDpop {

    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final int THREADS = 2;

    private final DpopSigner signer;
    private final WorkerExecutor threads;
    private volatile String nonce;

    ServiceDpop(DpopSigner signer, Vertx vertx) {
        this.signer = signer;
        this.threads = vertx.createSharedWorkerExecutor("authlete-dpop", THREADS);
    }

    /**
     * @param before why the attempt before failed, {@code null} if there was none
     * @return the nonce for the next proof, {@code null} if there is none: that of its own refusal, since the answer to another
     *         call may have brought one that is used up by now
     */
    public String nonceAfter(AuthleteException before) {
        return before instanceof AuthleteDpopRefusedException refused && refused.nonceSupplied() ? nonceIn(refused.headers())
                : nonce;
    }

    /** @return whether the headers of an answer supply a nonce, which is used from now on */
    public boolean remember(Map<String, List<String>> headers) {
        String supplied = nonceIn(headers);
        if (supplied == null) {
            return false;
        }
        nonce = supplied;
        return true;
    }

    private static String nonceIn(Map<String, List<String>> headers) {
        return HeaderRules.values(headers, "DPoP-Nonce").findFirst().filter(supplied -> NONCE.matcher(supplied).matches())
                .orElse(null);
    }

    /** @param nonce may be {@code null} */
    public Future<String> proof(String method, URI uri, String accessToken, String nonce) {
        return threads.executeBlocking(() -> signer.sign(method, targetUri(uri), accessToken, nonce), false);
    }

    void close() {
        threads.close();
    }

    /**
     * The URI of a request in a proof, {@code htu}: without query and fragment. Scheme and host in lower case and no default
     * port, as they are in the Host header of the request for most servers; the path as it is sent, for any other form of its
     * percent-encoding could mean another resource.
     */
    static String targetUri(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }
}

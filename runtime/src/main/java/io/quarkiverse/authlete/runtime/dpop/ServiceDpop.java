package io.quarkiverse.authlete.runtime.dpop;

import java.net.URI;
import java.util.regex.Pattern;

/** DPoP for one service: its key, and the last nonce that the server has supplied (RFC 9449, 9). */
public final class ServiceDpop {

    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private final DpopSigner signer;
    private volatile String nonce;

    ServiceDpop(DpopSigner signer) {
        this.signer = signer;
    }

    /** @return the nonce for the next proof, {@code null} if there is none */
    public String nonce() {
        return nonce;
    }

    /**
     * @param supplied the {@code DPoP-Nonce} header of an answer, {@code null} if it has none
     * @return whether there is a nonce, which is used from now on
     */
    public boolean remember(String supplied) {
        if (supplied == null || !NONCE.matcher(supplied).matches()) {
            return false;
        }
        nonce = supplied;
        return true;
    }

    /**
     * @param method the HTTP method of a request
     * @param uri its URI
     * @param accessToken the token that is sent with it
     * @param nonce the nonce, may be {@code null}
     * @return a new proof for it
     */
    public String proof(String method, URI uri, String accessToken, String nonce) {
        return signer.sign(method, TargetUri.of(uri), accessToken, nonce);
    }
}

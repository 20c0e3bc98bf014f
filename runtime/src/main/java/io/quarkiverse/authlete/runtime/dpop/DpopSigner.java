package io.quarkiverse.authlete.runtime.dpop;

/** Signs DPoP proofs with the key of one service. */
public interface DpopSigner {

    /**
     * @param uri the URI of the request, without query and fragment
     * @param accessToken the access token that is sent with the request
     * @param nonce the nonce that the server has supplied, {@code null} if there is none
     * @return a new proof (RFC 9449, 4.2)
     */
    String sign(String method, String uri, String accessToken, String nonce);
}

package io.quarkiverse.authlete.runtime.dpop;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says about a proof that it has refused (RFC 9449, 7.1, 8 and 9). */
public enum DpopError {

    /** It wants a nonce, or another one. */
    USE_DPOP_NONCE,
    /** The proof is wrong. */
    INVALID_DPOP_PROOF;

    private static final String CODES = "(use_dpop_nonce|invalid_dpop_proof)";
    /** One header may hold several challenges; the codes are those of DPoP, whatever the scheme. */
    private static final Pattern IN_CHALLENGE = Pattern.compile("(?:^|[\\s,])error\\s*=\\s*\"?" + CODES + "(?![\\w])");
    /** As token endpoints answer, with status 400. */
    private static final Pattern IN_BODY = Pattern.compile("\"error\"\\s*:\\s*\"" + CODES + "\"");

    /**
     * @param challenges the {@code WWW-Authenticate} headers of an answer with status 400 or 401
     * @param body its body, {@code null} if there was none
     * @return the error, empty if it was not about the proof
     */
    public static Optional<DpopError> in(Collection<String> challenges, String body) {
        return challenges.stream().map(IN_CHALLENGE::matcher).filter(Matcher::find).findFirst()
                .or(() -> Optional.ofNullable(body).map(IN_BODY::matcher).filter(Matcher::find))
                .map(found -> valueOf(found.group(1).toUpperCase(Locale.ROOT)));
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The nonces for DPoP proofs: a new one each minute; the one before it still counts. */
final class ProofNonces {

    static final Duration LIFETIME = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final TokenValues values;
    private Instant since;
    private String current;
    private String previous;

    ProofNonces(InstantSource clock, TokenValues values) {
        this.clock = clock;
        this.values = values;
    }

    synchronized String current() {
        Instant now = clock.instant();
        if (since == null || !now.isBefore(since.plus(LIFETIME))) {
            boolean recent = since != null && now.isBefore(since.plus(LIFETIME.multipliedBy(2)));
            previous = recent ? current : null;
            current = values.next();
            since = now;
        }
        return current;
    }

    synchronized boolean accepts(String nonce) {
        return current().equals(nonce) || nonce != null && nonce.equals(previous);
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The IDs of the DPoP proofs that were seen, as long as a proof could come again. */
final class ProofIds {

    private final InstantSource clock;
    private final Duration kept;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    ProofIds(InstantSource clock, Duration kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** @return whether the ID is new */
    synchronized boolean add(String id) {
        Instant now = clock.instant();
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().plus(kept).isBefore(now)) {
            oldest.remove();
        }
        return seen.putIfAbsent(id, now) == null;
    }
}

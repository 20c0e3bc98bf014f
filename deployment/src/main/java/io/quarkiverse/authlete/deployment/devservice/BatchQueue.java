package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The batches of one service, in the order of their arrival. They are carried out before anybody could see that they are not.
 */
final class BatchQueue {

    static final int MAX_FINISHED = 100;

    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final TokenStore tokens;
    private final TokenValues values;
    private final InstantSource clock;

    BatchQueue(TokenStore tokens, TokenValues values, InstantSource clock) {
        this.tokens = tokens;
        this.values = values;
        this.clock = clock;
    }

    synchronized void add(Batch batch) {
        batches.put(batch.requestId(), batch);
        Iterator<Batch> oldest = batches.values().iterator();
        while (batches.size() > MAX_FINISHED && oldest.next().isFinished()) {
            oldest.remove();
        }
    }

    synchronized Optional<Batch> find(String requestId) {
        return Optional.ofNullable(batches.get(requestId));
    }

    /** Carries out what is due by now. */
    synchronized void catchUp() {
        long now = clock.millis();
        for (Batch batch : batches.values()) {
            if (!batch.isFinished() && batch.dueAt() <= now) {
                batch.carryOut(tokens, values);
            }
        }
    }

    synchronized void clear() {
        batches.clear();
    }
}

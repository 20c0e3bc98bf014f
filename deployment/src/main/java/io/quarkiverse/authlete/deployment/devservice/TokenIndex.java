package io.quarkiverse.authlete.deployment.devservice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import org.roaringbitmap.RoaringBitmap;

/**
 * Finds tokens by client, subject and expiry. A set of tokens is a bitmap of their sequence numbers, so that a combination
 * of filters, its size and any page of it cost next to nothing however many tokens there are.
 */
final class TokenIndex {

    private static final RoaringBitmap NOTHING = new RoaringBitmap();

    private final RoaringBitmap all = new RoaringBitmap();
    private final RoaringBitmap expired = new RoaringBitmap();
    private final Map<Long, RoaringBitmap> byClient = new HashMap<>();
    private final Map<String, RoaringBitmap> bySubject = new HashMap<>();

    /** The tokens that have still to expire, the next one first. */
    private final TreeSet<StoredToken> expiring = new TreeSet<>(
            Comparator.comparingLong(StoredToken::accessTokenExpiresAt).thenComparingInt(StoredToken::sequence));

    void add(StoredToken token) {
        all.add(token.sequence());
        byClient.computeIfAbsent(token.clientId(), key -> new RoaringBitmap()).add(token.sequence());
        if (token.subject() != null) {
            bySubject.computeIfAbsent(token.subject(), key -> new RoaringBitmap()).add(token.sequence());
        }
        addExpiry(token);
    }

    void remove(StoredToken token) {
        all.remove(token.sequence());
        removeFrom(byClient, token.clientId(), token.sequence());
        removeFrom(bySubject, token.subject(), token.sequence());
        removeExpiry(token);
    }

    /** A changed token keeps its sequence, client and subject. */
    void replace(StoredToken before, StoredToken after) {
        removeExpiry(before);
        addExpiry(after);
    }

    /** The sequences of the matching tokens. Not a copy: only to be read, and before the next change. */
    RoaringBitmap find(TokenQuery query, long now) {
        RoaringBitmap found = owned(query);
        if (query.status() == TokenStatus.ALL) {
            return found;
        }
        expire(now);
        return query.status() == TokenStatus.INVALID ? RoaringBitmap.and(found, expired) : RoaringBitmap.andNot(found, expired);
    }

    void clear() {
        all.clear();
        expired.clear();
        byClient.clear();
        bySubject.clear();
        expiring.clear();
    }

    private RoaringBitmap owned(TokenQuery query) {
        RoaringBitmap ofClient = query.clientId() == null ? all : byClient.getOrDefault(query.clientId(), NOTHING);
        if (query.subject() == null) {
            return ofClient;
        }
        RoaringBitmap ofSubject = bySubject.getOrDefault(query.subject(), NOTHING);
        return query.clientId() == null ? ofSubject : RoaringBitmap.and(ofClient, ofSubject);
    }

    /** Moves over the tokens that have expired since the last time anybody wanted to know. */
    private void expire(long now) {
        while (!expiring.isEmpty() && expiring.first().accessTokenExpiresAt() <= now) {
            expired.add(expiring.pollFirst().sequence());
        }
    }

    private void addExpiry(StoredToken token) {
        if (!token.isPersistent()) {
            expiring.add(token);
        }
    }

    private void removeExpiry(StoredToken token) {
        expiring.remove(token);
        expired.remove(token.sequence());
    }

    private static <K> void removeFrom(Map<K, RoaringBitmap> index, K key, int sequence) {
        RoaringBitmap sequences = index.get(key);
        if (sequences != null) {
            sequences.remove(sequence);
            if (sequences.isEmpty()) {
                index.remove(key);
            }
        }
    }
}

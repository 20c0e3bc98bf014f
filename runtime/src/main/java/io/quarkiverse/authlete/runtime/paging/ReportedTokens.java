package io.quarkiverse.authlete.runtime.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The hashes of tokens that were reported, around the place that was reached in the list and in its order: a number of those
 * in front of the place, and those after it, if it has moved back.
 */
final class ReportedTokens {

    private static final int MIN_CAPACITY = 1000;
    private static final int PAGES = 2;
    private static final int MAX_TIMES_AFTER = 2;

    private int capacity;
    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<String> after = new ArrayDeque<>();
    private final Set<String> hashesBefore = new HashSet<>();
    private final Set<String> hashesAfter = new HashSet<>();
    private boolean forgotten;

    ReportedTokens(int pageSize) {
        pageSize(pageSize);
    }

    void pageSize(int pageSize) {
        capacity = (int) Math.min(Integer.MAX_VALUE / MAX_TIMES_AFTER, Math.max(MIN_CAPACITY, (long) PAGES * pageSize));
    }

    boolean contains(String hash) {
        return hashesBefore.contains(hash) || hashesAfter.contains(hash);
    }

    /** The place is now behind this token, which was reported. */
    void moveTo(String hash) {
        if (hashesAfter.contains(hash)) {
            moveOnTo(hash);
        } else if (hashesBefore.contains(hash)) {
            moveBackTo(hash);
        }
    }

    /** The place is now behind this token, if it was reported and comes after the place. */
    void moveOnTo(String hash) {
        if (hashesAfter.contains(hash)) {
            String next;
            do {
                next = after.removeFirst();
                hashesAfter.remove(next);
                add(next);
            } while (!next.equals(hash));
        }
    }

    /** The place is now in front of all tokens. */
    void moveToStart() {
        moveBackTo(null);
    }

    private void moveBackTo(String hash) {
        while (!before.isEmpty() && !before.getLast().equals(hash)) {
            String last = before.removeLast();
            hashesBefore.remove(last);
            after.addFirst(last);
            hashesAfter.add(last);
        }
        // Those that are gone stay here for good, and are the last ones.
        while (after.size() > MAX_TIMES_AFTER * capacity) {
            hashesAfter.remove(after.removeLast());
            forgotten = true;
        }
    }

    /** Puts a token in front of the place. */
    void add(String hash) {
        before.addLast(hash);
        hashesBefore.add(hash);
        while (before.size() > capacity) {
            hashesBefore.remove(before.removeFirst());
            forgotten = true;
        }
    }

    /** How many of the tokens that were reported come after the place, if they still exist. */
    int countAfter() {
        return after.size();
    }

    /** Whether no token has been forgotten, so that a token that is not known was not reported. */
    boolean complete() {
        return !forgotten;
    }

    int capacity() {
        return capacity;
    }
}

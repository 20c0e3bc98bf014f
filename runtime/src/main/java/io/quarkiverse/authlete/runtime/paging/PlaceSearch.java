package io.quarkiverse.authlete.runtime.paging;

/**
 * Where to look for the place that was reached in a list, after tokens were added or removed in front of it: first where the
 * new total says, then page by page in both directions from there, to the beginning and to the end.
 */
final class PlaceSearch {

    private static final int NONE = -1;

    private int pageSize;
    private long stride;
    private int guess = NONE;
    private int low;
    private int high;
    private boolean endSeen;
    private boolean goLeft;

    /**
     * @param missed the page that should have had the place in it
     * @param change how many tokens the list has got more, as the server says
     */
    PlaceSearch(Page missed, long change, int pageSize) {
        this.pageSize = pageSize;
        this.stride = pageSize;
        this.goLeft = change <= 0;
        lookAround(missed);
        if (missed.isEmpty()) {
            listEndsBefore(missed.start());
        }
        if (change != 0) {
            // A bit before, as the list may go on changing.
            long expected = Math.max(0, missed.start() + change - pageSize / 4);
            if (expected < low || expected >= high && !endSeen) {
                guess = (int) Math.min(Integer.MAX_VALUE - 1, expected);
            }
        }
    }

    void pageSize(int size) {
        pageSize = size;
    }

    boolean isExhausted() {
        return guess == NONE && low == 0 && endSeen;
    }

    int nextStart() {
        if (guess != NONE) {
            return guess;
        }
        return looksLeft() ? Math.max(0, low - pageSize) : high;
    }

    int nextEnd() {
        if (guess == NONE && looksLeft()) {
            return low;
        }
        return (int) Math.min(Integer.MAX_VALUE, (long) nextStart() + pageSize);
    }

    /** The page that was asked for next does not have it. */
    void missed(Page page) {
        boolean guessed = guess != NONE;
        guess = NONE;
        if (page.isEmpty() && page.start() < low) {
            listEndsBefore(page.start());
        } else if (guessed) {
            if (!page.isEmpty()) {
                lookAround(page);
            }
        } else if (looksLeft()) {
            low = page.start();
            goLeft = false;
        } else {
            high = (int) Math.min(Integer.MAX_VALUE, page.end());
            endSeen = isEnd(page);
            goLeft = true;
        }
    }

    private void lookAround(Page page) {
        low = page.start();
        high = (int) Math.min(Integer.MAX_VALUE, page.end());
        endSeen = isEnd(page);
    }

    /** Page by page, it could be a long way back to the end of the list. */
    private void listEndsBefore(int start) {
        low = start;
        high = start;
        endSeen = true;
        guess = start == 0 ? NONE : (int) Math.max(0, start - stride);
        stride *= 2;
    }

    private boolean looksLeft() {
        return low > 0 && (goLeft || endSeen);
    }

    private static boolean isEnd(Page page) {
        return page.isEmpty() || page.isShort() && !page.mayHaveMoreAfterIt();
    }
}

package io.quarkiverse.authlete.runtime.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.smallrye.mutiny.Uni;

/**
 * Reads a list page by page while it changes. To be used by one call after the other.
 * <p>
 * All it relies on is that a page shows a part of the list as it is at one moment, and that tokens keep their order among
 * one another; which order that is does not matter. A page is used only if there is a token in it that was reported. What
 * follows that token in the page is what follows it in the list, so nothing in between is missed. And nothing of it was
 * reported unless it is remembered: the list is read from front to back, so what has been forgotten is in front of all that
 * is remembered.
 */
final class PageReader {

    /** With an overlap of one token, a page of one would have no room for another. */
    private static final int MIN_PAGE_SIZE = 2;
    private static final int MAX_VAIN_PAGES = 10;
    private static final String TOO_MANY_TOKENS_ASKED_FOR = "A159205";
    private static final int NOWHERE = -1;

    private final Function<TokenListRequest, Uni<TokenListResponse>> list;
    private final TokenListRequest request;
    private final PagingFailures failures;
    private final int first;
    private final ReportedTokens reported;
    private int pageSize;
    private int largestPage;
    private boolean pagesAreCut;
    private int position;
    private Long total;
    private int vainPages;
    private int toCatchUp = Integer.MAX_VALUE;
    private boolean jumped;
    private int jumpedFrom = NOWHERE;
    private boolean begun;
    private boolean looksBeyond;
    private PlaceSearch search;
    private AccessToken held;

    /**
     * @param first the index of the first token
     * @param pageSize how many tokens to ask for at once, as long as the server does not refuse to return so many
     */
    PageReader(Function<TokenListRequest, Uni<TokenListResponse>> list, TokenListRequest request, int first, int pageSize,
            PagingFailures failures) {
        this.list = list;
        this.request = request;
        this.first = first;
        this.position = first;
        this.pageSize = Math.max(MIN_PAGE_SIZE, pageSize);
        this.reported = new ReportedTokens(this.pageSize);
        this.failures = failures;
    }

    /** Asks for one page. The page may be empty without being the last. It holds a failure in place of failing. */
    Uni<NewTokens> next() {
        int start = search == null ? position : search.nextStart();
        int end = search == null ? (int) Math.min(Integer.MAX_VALUE, (long) start + pageSize) : search.nextEnd();
        return list.apply(request.toBuilder().range(start, end).build())
                .map(page -> take(new Page(start, end - start, page.totalCount(), page.accessTokens())))
                .onFailure().recoverWithItem(this::failed);
    }

    private NewTokens failed(Throwable failure) {
        if (pageSize > MIN_PAGE_SIZE && failure instanceof AuthleteException refusal
                && TOO_MANY_TOKENS_ASKED_FOR.equals(refusal.resultCode())) {
            readSmallerPages();
            return NewTokens.more(List.of());
        }
        return NewTokens.failed(held == null ? List.of() : List.of(held), failure);
    }

    /** Which size the server takes is only in the words of its refusal, which are not for programs. */
    private void readSmallerPages() {
        pageSize = pageSize > TokenStreams.PAGE_SIZE ? TokenStreams.PAGE_SIZE : Math.max(MIN_PAGE_SIZE, pageSize / 2);
        reported.pageSize(pageSize);
        if (search != null) {
            search.pageSize(searchPageSize());
        }
    }

    private NewTokens take(Page page) {
        if (looksBeyond) {
            looksBeyond = false;
            position = Math.max(0, page.start() - 1);
            return page.isEmpty() ? NewTokens.last(release(List.of(), true)) : NewTokens.more(List.of());
        }
        largestPage = Math.max(largestPage, page.size());
        int known = page.indexOfFirst(token -> reported.contains(token.accessTokenHash()));
        if (known >= 0) {
            reported.moveTo(page.tokens().get(known).accessTokenHash());
        } else if (isFromStart(page)) {
            reported.moveToStart();
        } else {
            return lookElsewhere(page);
        }
        begun = true;
        search = null;
        jumpedFrom = NOWHERE;
        return report(page, known + 1);
    }

    /** Whether the page may be used although nothing in it was reported: nothing in it can have been. */
    private boolean isFromStart(Page page) {
        return !begun || page.start() == 0 && first == 0 && reported.complete();
    }

    private NewTokens lookElsewhere(Page page) {
        if (jumpedFrom != NOWHERE) {
            position = jumpedFrom;
            jumpedFrom = NOWHERE;
            return NewTokens.more(List.of());
        }
        if (search == null) {
            search = new PlaceSearch(page, page.growthSince(total), searchPageSize());
        } else {
            search.missed(page);
        }
        if (page.start() == 0 && page.isEmpty()) {
            return NewTokens.last(release(List.of(), true));
        }
        if (search.isExhausted()) {
            throw failures.lostPlace(reported.capacity());
        }
        return NewTokens.more(List.of());
    }

    /** Larger pages would leave gaps if the server cuts them. */
    private int searchPageSize() {
        return pagesAreCut ? Math.min(pageSize, largestPage) : pageSize;
    }

    private NewTokens report(Page page, int from) {
        List<AccessToken> news = new ArrayList<>(page.size());
        for (AccessToken token : page.tokens().subList(from, page.size())) {
            String hash = token.accessTokenHash();
            if (reported.contains(hash)) {
                reported.moveOnTo(hash);
            } else {
                news.add(token);
                if (hash != null) {
                    reported.add(hash);
                }
            }
        }
        boolean last = isLast(page, news.isEmpty());
        if (!last) {
            goOnAfter(page, news.isEmpty());
        }
        List<AccessToken> ready = release(news, last);
        return last ? NewTokens.last(ready) : NewTokens.more(ready);
    }

    /**
     * The total count alone is no reason to stop, nor to go on: it may be wrong. A page that is short although there should be
     * more may have all that the server puts into one page; if so, there is something new in the next one.
     */
    private boolean isLast(Page page, boolean noNews) {
        return page.isShort() && (!page.mayHaveMoreAfterIt() || noNews && page.size() < largestPage || page.isEmpty());
    }

    private void goOnAfter(Page page, boolean noNews) {
        if (page.indexOfFirst(token -> token.accessTokenHash() == null) >= 0) {
            throw failures.noHash();
        }
        pagesAreCut |= page.isShort();
        total = page.total();
        position = (int) Math.max(0, page.end() - 1);
        if (noNews) {
            catchUp();
            if (largestPage == 1) {
                // No page has had room for a second token. If there is one, it can't be reached.
                looksBeyond = true;
                position = (int) page.end();
            }
        } else {
            vainPages = 0;
            toCatchUp = Integer.MAX_VALUE;
            jumped = false;
        }
    }

    /** All of the page was reported, so the place that was reached has moved towards the end of the list. */
    private void catchUp() {
        int before = toCatchUp;
        toCatchUp = reported.countAfter();
        vainPages = toCatchUp < before ? 0 : vainPages + 1;
        if (vainPages > MAX_VAIN_PAGES) {
            throw failures.noNews(vainPages);
        }
        if (!jumped && toCatchUp > pageSize) {
            jumped = true;
            jumpedFrom = position;
            position = (int) Math.min(Integer.MAX_VALUE - 1, (long) position + toCatchUp);
        }
    }

    /**
     * Holds back the last token, by which the next page will be recognized: whoever deletes the tokens that come out of the
     * stream cannot delete that one.
     */
    private List<AccessToken> release(List<AccessToken> news, boolean last) {
        List<AccessToken> ready = new ArrayList<>(news.size() + 1);
        if (held != null) {
            ready.add(held);
        }
        ready.addAll(news);
        held = last || ready.isEmpty() ? null : ready.remove(ready.size() - 1);
        return ready;
    }
}

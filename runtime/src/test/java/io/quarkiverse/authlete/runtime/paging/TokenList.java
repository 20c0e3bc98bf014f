package io.quarkiverse.authlete.runtime.paging;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The tokens of a service in some order, to be changed between two pages. */
final class TokenList {

    final List<String> tokens = new ArrayList<>();
    /** The ranges that were asked for, as {@code start-end}. */
    final List<String> requests = new ArrayList<>();
    /** What the server says; it may say nothing. */
    IntFunction<Integer> totalCount = total -> total;
    /** The server returns no more tokens than that at once, whatever it is asked for. */
    int largestPage = Integer.MAX_VALUE;
    /** The server refuses to return more tokens than that at once. */
    int mostToAskFor = Integer.MAX_VALUE;
    /** Whether the end in an answer is that of the request, however many tokens there are. */
    boolean endIsEchoed;
    Runnable beforeEachPage = () -> {
    };
    private final Set<String> permanent = new LinkedHashSet<>();
    private int created;

    TokenList(int size) {
        insert(0, size);
        permanent.addAll(tokens);
    }

    /** Those that have been there since the start and still are. */
    Set<String> permanent() {
        return permanent;
    }

    void insert(int index, int count) {
        List<String> news = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            news.add("token-" + created++);
        }
        tokens.addAll(Math.min(index, tokens.size()), news);
    }

    /** As many of the range as there are. */
    void remove(int from, int to) {
        int end = Math.min(tokens.size(), to);
        List<String> removed = tokens.subList(Math.min(Math.max(0, from), end), end);
        removed.forEach(permanent::remove);
        removed.clear();
    }

    void remove(String token) {
        tokens.remove(token);
        permanent.remove(token);
    }

    Multi<AccessToken> stream(TokenListRequest request) {
        return new TokenStreams(new FailureFactory("test", "host", InstantSource.system()), this::page).multi(request,
                RequestOptions.none());
    }

    private Uni<TokenListResponse> page(TokenListRequest request, RequestOptions options) {
        return Uni.createFrom().item(() -> {
            beforeEachPage.run();
            requests.add(request.start() + "-" + request.end());
            if (request.end() - request.start() > mostToAskFor) {
                throw tooMany();
            }
            int end = (int) Math.min(Math.min(request.end(), (long) request.start() + largestPage), tokens.size());
            List<AccessToken> page = request.start() >= end ? List.of()
                    : tokens.subList(request.start(), end).stream().map(TokenList::token).toList();
            Integer total = totalCount.apply(tokens.size());
            return TokenListResponse.builder().start(request.start()).end(endIsEchoed ? request.end() : end)
                    .totalCount(total == null ? null : total.longValue()).accessTokens(page).build();
        });
    }

    private static AuthleteResultException tooMany() {
        return new AuthleteResultException(FailedCall.builder(TokenOperation.LIST, "test", true, Outcome.REJECTED).status(400)
                .resultCode("A159205").resultMessage("too many").build(), "too many", null);
    }

    static AccessToken token(String hash) {
        return AccessToken.builder().accessTokenHash(hash).clientId(1).build();
    }
}

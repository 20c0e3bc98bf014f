package io.quarkiverse.authlete.runtime.paging;

import java.util.List;
import java.util.function.BiFunction;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Streams the tokens of one service, out of as many list calls as it takes. */
public record TokenStreams(FailureFactory failures,
        BiFunction<TokenListRequest, RequestOptions, Uni<TokenListResponse>> list) {

    /** The largest page that the service is documented to return. */
    public static final int PAGE_SIZE = 20;

    /** @return the tokens; each subscription reads them anew */
    public Multi<AccessToken> multi(TokenListRequest request, RequestOptions options) {
        return Multi.createFrom().deferred(() -> multi(pages(request, options)));
    }

    private static Multi<AccessToken> multi(PagesAhead pages) {
        return Multi.createBy().repeating().uni(() -> Uni.createFrom().completionStage(pages::next).invoke(pages::taken))
                .whilst(page -> !page.last())
                .onItem().transformToMultiAndConcatenate(TokenStreams::multi)
                .onCancellation().invoke(pages::close);
    }

    private static Multi<AccessToken> multi(NewTokens page) {
        Multi<AccessToken> tokens = Multi.createFrom().iterable(page.tokens());
        return page.failure() == null ? tokens
                : Multi.createBy().concatenating().streams(tokens, Multi.createFrom().failure(page.failure()));
    }

    /** @return the tokens by pages, to be read once */
    public PagesAhead pages(TokenListRequest request, RequestOptions options) {
        if (request == null || options == null) {
            return refused(list.apply(request, options));
        }
        PagingFailures ofPages = new PagingFailures(failures);
        int start = request.start() == null ? 0 : request.start();
        long pageSize = request.end() == null ? PAGE_SIZE : (long) request.end() - start;
        if (pageSize == 0) {
            return refused(Uni.createFrom().failure(() -> ofPages.noRange(start)));
        }
        if (start < 0 || pageSize < 0) {
            return refused(list.apply(request, options));
        }
        PageReader reader = new PageReader(page -> list.apply(page, options), request, start,
                (int) Math.min(Integer.MAX_VALUE, pageSize), ofPages);
        return new PagesAhead(reader::next);
    }

    /** The operation refuses the request. */
    private static PagesAhead refused(Uni<TokenListResponse> call) {
        return new PagesAhead(() -> call.map(page -> NewTokens.last(page.accessTokens()))
                .onFailure().recoverWithItem(failure -> NewTokens.failed(List.of(), failure)));
    }
}

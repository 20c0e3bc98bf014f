package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.smallrye.mutiny.Uni;

/**
 * Creates a token unless it exists already. Where the value of the token is chosen by the caller, that happens exactly once. If
 * another refusal comes than that the value is in use, an update that changes nothing tells whether the token exists.
 */
record ImportCall(ReactiveTokenOperations tokens, RequestOptions createOptions, RequestOptions updateOptions,
        boolean checkExisting) {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    Uni<BulkResult<TokenCreateRequest, TokenCreateResponse>> call(Place<TokenCreateRequest, TokenCreateResponse> place) {
        TokenCreateRequest request = place.item();
        return create(request, place.failure()).map(place::succeeded)
                .onFailure(failure -> checkExisting && mayExist(request, failure)).recoverWithUni(failure -> {
                    AuthleteException refusal = (AuthleteException) failure;
                    return exists(request, refusal)
                            .map(exists -> exists ? place.existing(refusal) : place.failed(refusal));
                });
    }

    /** @param before why the call is made once more; {@code null} if it is the first */
    private Uni<TokenCreateResponse> create(TokenCreateRequest request, AuthleteException before) {
        boolean chosen = request != null && request.accessToken() != null;
        if (before != null && before.unfinished() != null && !chosen) {
            return tokens.create(before.unfinished(), createOptions.toBuilder().exactlyOnce().resume().build());
        }
        return tokens.create(request, checkExisting && chosen && createOptions.exactlyOnce() == null
                ? createOptions.toBuilder().exactlyOnce().build()
                : createOptions);
    }

    /**
     * A refresh token that is in use tells nothing about an access token of the caller's choice: the user may have got another
     * one with it since.
     */
    private Uni<Boolean> exists(TokenCreateRequest request, AuthleteException refusal) {
        if (request.accessToken() != null ? OutcomeRules.isAccessTokenInUse(refusal)
                : OutcomeRules.isRefreshTokenInUse(refusal)) {
            return Uni.createFrom().item(true);
        }
        TokenUpdateRequest nothing = (request.accessToken() != null ? TokenUpdateRequest.accessToken(request.accessToken())
                : TokenUpdateRequest.refreshToken(request.refreshToken())).build();
        return tokens.update(nothing, updateOptions).map(updated -> true)
                // If that is postponed, so is the create.
                .onFailure(failure -> !(failure instanceof AuthleteException unanswered) || !Refusals.isForNow(unanswered))
                .recoverWithItem(false);
    }

    private static boolean mayExist(TokenCreateRequest request, Throwable failure) {
        if (request == null || request.accessToken() == null && request.refreshToken() == null
                || !(failure instanceof AuthleteException refusal) || refusal.operation() != TokenOperation.CREATE) {
            return false;
        }
        if (OutcomeRules.isInUse(refusal)) {
            return true;
        }
        if (refusal instanceof AuthleteActionException refused) {
            return refused.response() instanceof TokenCreateResponse answer
                    && ResponseAction.BAD_REQUEST.equals(answer.action());
        }
        return refusal.status() != null && (refusal.status() == BAD_REQUEST || refusal.status() == CONFLICT);
    }
}

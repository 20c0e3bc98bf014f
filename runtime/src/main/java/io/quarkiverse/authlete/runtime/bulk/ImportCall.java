package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.smallrye.mutiny.Uni;

/**
 * Creates a token unless it exists already. Where the value of the token is chosen by the caller, a create whose answer was
 * lost can be sent again: the server does not issue a second token with that value. If another refusal comes than that the
 * value is in use, an update that changes nothing tells whether the token exists.
 */
record ImportCall(ReactiveTokenOperations tokens, RequestOptions createOptions, RequestOptions updateOptions)
        implements
            BulkPlan.ItemCall<TokenCreateRequest, TokenCreateResponse> {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final String ACCESS_TOKEN_IN_USE = "A144201";
    private static final String REFRESH_TOKEN_IN_USE = "A144202";

    /** @return whether the same call may be made again, although the token may have been created */
    static boolean mayRetryLost(TokenCreateRequest request, AuthleteException failure) {
        return request != null && request.accessToken() != null && failure.outcome() == Outcome.UNKNOWN;
    }

    @Override
    public Uni<BulkResult<TokenCreateRequest, TokenCreateResponse>> call(
            Place<TokenCreateRequest, TokenCreateResponse> place) {
        TokenCreateRequest request = place.item();
        return tokens.create(request, createOptions).map(place::succeeded)
                .onFailure(failure -> mayExist(request, failure)).recoverWithUni(failure -> {
                    AuthleteException refusal = (AuthleteException) failure;
                    return exists(request, refusal)
                            .map(exists -> exists ? place.existing(refusal) : place.failed(refusal));
                });
    }

    /**
     * A refresh token that is in use tells nothing about an access token of the caller's choice: the user may have got another
     * one with it since.
     */
    private Uni<Boolean> exists(TokenCreateRequest request, AuthleteException refusal) {
        if ((request.accessToken() != null ? ACCESS_TOKEN_IN_USE : REFRESH_TOKEN_IN_USE).equals(refusal.resultCode())) {
            return Uni.createFrom().item(true);
        }
        TokenUpdateRequest nothing = (request.accessToken() != null ? TokenUpdateRequest.accessToken(request.accessToken())
                : TokenUpdateRequest.refreshToken(request.refreshToken())).build();
        return tokens.update(nothing, updateOptions).map(updated -> true)
                // If that is put off, the create is put off, too.
                .onFailure(failure -> !(failure instanceof AuthleteException unanswered) || !Refusals.isForNow(unanswered))
                .recoverWithItem(false);
    }

    private static boolean mayExist(TokenCreateRequest request, Throwable failure) {
        if (request == null || request.accessToken() == null && request.refreshToken() == null
                || !(failure instanceof AuthleteException refusal) || refusal.operation() != TokenOperation.CREATE) {
            return false;
        }
        if (ACCESS_TOKEN_IN_USE.equals(refusal.resultCode()) || REFRESH_TOKEN_IN_USE.equals(refusal.resultCode())) {
            return true;
        }
        if (refusal instanceof AuthleteActionException refused) {
            return refused.response() instanceof TokenCreateResponse answer
                    && ResponseAction.BAD_REQUEST.equals(answer.action());
        }
        return refusal.status() != null && (refusal.status() == BAD_REQUEST || refusal.status() == CONFLICT);
    }
}

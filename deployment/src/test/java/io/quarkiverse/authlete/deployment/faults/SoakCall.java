package io.quarkiverse.authlete.deployment.faults;

import java.util.Random;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.smallrye.mutiny.Uni;

/**
 * One call of the soak.
 *
 * @param kind what it does
 * @param key what it names, so that its effect is found in the ledger
 */
record SoakCall(Call kind, String key) {

    static SoakCall next(Random random, long number) {
        // Half of them are creates: they are what it is about.
        Call kind = random.nextBoolean() ? Call.CREATE : Call.values()[random.nextInt(Call.values().length)];
        return new SoakCall(kind, kind.name().toLowerCase() + "-" + number);
    }

    Object makeBlocking(TokenOperations tokens) {
        switch (kind) {
            case LIST:
                return tokens.list(TokenListRequest.all());
            case CREATE:
                return tokens.create(create());
            case CREATE_BATCH:
                return tokens.createBatch(TokenBatchRequest.of(create().toBuilder().accessToken(key).build()));
            case BATCH_STATUS:
                return tokens.batchStatus(key);
            case UPDATE, UPDATE_TO_NEW_VALUE:
                return tokens.update(update());
            case DELETE:
                tokens.delete(key);
                return null;
            default:
                return tokens.revoke(TokenRevokeRequest.accessToken(key));
        }
    }

    Uni<?> makeReactive(ReactiveTokenOperations tokens) {
        return switch (kind) {
            case LIST -> tokens.list(TokenListRequest.all());
            case CREATE -> tokens.create(create());
            case CREATE_BATCH -> tokens.createBatch(TokenBatchRequest.of(create().toBuilder().accessToken(key).build()));
            case BATCH_STATUS -> tokens.batchStatus(key);
            case UPDATE, UPDATE_TO_NEW_VALUE -> tokens.update(update());
            case DELETE -> tokens.delete(key);
            case REVOKE -> tokens.revoke(TokenRevokeRequest.accessToken(key));
        };
    }

    private TokenCreateRequest create() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject(key).build();
    }

    private TokenUpdateRequest update() {
        return TokenUpdateRequest.accessToken(key).accessTokenValueUpdated(kind == Call.UPDATE_TO_NEW_VALUE).build();
    }

    private boolean mustNotTakeEffectTwice() {
        return kind.column() == Call.Column.ONCE;
    }

    /** @return what is wrong with a success, in the light of the ledger; {@code null} if it is true */
    String contradictionOfSuccess(Object answer, SoakLedger ledger) {
        int effects = ledger.effects(key);
        if (kind.column() == Call.Column.LIST) {
            return null;
        }
        if (effects == 0) {
            return this + " was reported as a success and did not happen";
        }
        if (mustNotTakeEffectTwice() && effects > 1) {
            return this + " happened " + effects + " times";
        }
        if (answer instanceof TokenCreateResponse created && !SoakLedger.token(key, 1).equals(created.accessToken())) {
            return this + " got a token that was not issued for it";
        }
        return null;
    }

    /** @return what is wrong with a failure, in the light of the ledger; {@code null} if it is true */
    String contradictionOfFailure(AuthleteException failure, SoakLedger ledger) {
        int effects = ledger.effects(key);
        if (kind.column() != Call.Column.LIST && failure.outcome() != Outcome.UNKNOWN && effects > 0) {
            return this + " was reported as " + failure.outcome() + " and happened: " + failure;
        }
        if (mustNotTakeEffectTwice() && effects > 1) {
            return this + " happened " + effects + " times";
        }
        return null;
    }
}

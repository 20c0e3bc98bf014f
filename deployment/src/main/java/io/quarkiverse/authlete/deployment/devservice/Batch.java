package io.quarkiverse.authlete.deployment.devservice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.deployment.devservice.TokenStore.Conflict;

/**
 * Create requests that are carried out together some time after they have arrived: all or none, unless a fault is asked for.
 */
final class Batch {

    /** How long a batch takes, in milliseconds. */
    static final long DURATION = 300;

    private final String requestId;
    private final CreateRules rules;
    private final boolean dryRun;
    private final long createdAt;
    private List<RequestFields> requests;
    private OptionalInt breakdown = OptionalInt.empty();
    private long modifiedAt;
    private long tokenCount;
    private RefusedException failure;

    /** @param rules those of the time when the batch has arrived */
    Batch(String requestId, List<RequestFields> requests, boolean dryRun, CreateRules rules, long createdAt) {
        this.requestId = requestId;
        this.requests = requests;
        this.dryRun = dryRun;
        this.rules = rules;
        this.createdAt = createdAt;
        this.modifiedAt = createdAt;
    }

    String requestId() {
        return requestId;
    }

    boolean isFinished() {
        return requests == null;
    }

    long dueAt() {
        return createdAt + DURATION;
    }

    /** @param tokens how many tokens are created before it fails, if it has so many */
    void breakAfter(int tokens) {
        breakdown = OptionalInt.of(tokens);
    }

    /** Creates the tokens as of the time when it was due, and forgets the requests. */
    void carryOut(TokenStore tokens, TokenValues values) {
        modifiedAt = dueAt();
        try {
            add(tokens, values);
        } catch (RefusedException refused) {
            failure = refused;
        }
        requests = null;
    }

    private void add(TokenStore tokens, TokenValues values) {
        int processed = Math.min(breakdown.orElse(requests.size()), requests.size());
        List<StoredToken.Builder> added = new ArrayList<>(processed);
        for (RequestFields request : requests.subList(0, processed)) {
            try {
                added.add(rules.newTokenOfBatch(request, values, dueAt()).token());
            } catch (RefusedException e) {
                throw at(added.size(), e);
            }
            tokenCount = added.size();
        }
        Conflict conflict = dryRun ? tokens.conflict(added) : tokens.addAll(added);
        if (conflict != null) {
            tokenCount = conflict.index();
            throw at(conflict.index(), CreateOperation.refusal(conflict.addition()));
        }
        if (breakdown.isPresent()) {
            throw RefusedException.http(500, ResultCode.FAULT_ON_DEMAND, "This failure was asked for.");
        }
    }

    private static RefusedException at(int index, RefusedException refusal) {
        return CreateRules.badRequest(refusal.code(), "The request at index " + index + ": " + refusal.getMessage());
    }

    ObjectNode status(ObjectNode json) {
        json.put("batchKind", "CREATE").put("requestId", requestId);
        if (isFinished()) {
            json.put("result", failure == null ? "SUCCEEDED" : "FAILED");
        }
        json.put("tokenCount", tokenCount);
        if (failure != null) {
            json.put("errorCode", failure.code().code()).put("errorDescription", failure.getMessage());
        }
        return json.put("createdAt", StoredToken.wholeSeconds(createdAt))
                .put("modifiedAt", StoredToken.wholeSeconds(modifiedAt));
    }
}

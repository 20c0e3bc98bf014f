package io.quarkiverse.authlete.deployment.devservice;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.deployment.devservice.TokenStore.Conflict;

/** Create requests that are carried out together, all or none, some time after they have arrived. */
final class Batch {

    /** How long a batch takes, in milliseconds. */
    static final long DURATION = 300;

    private final String requestId = UUID.randomUUID().toString();
    private final ServiceSettings service;
    private final boolean dryRun;
    private final long createdAt;
    private List<RequestFields> requests;
    private long modifiedAt;
    private long tokenCount;
    private RefusedException failure;

    /** @param service the settings at the time when the batch has arrived */
    Batch(List<RequestFields> requests, boolean dryRun, ServiceSettings service, long createdAt) {
        this.requests = requests;
        this.dryRun = dryRun;
        this.service = service;
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
        List<StoredToken.Builder> added = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            try {
                added.add(NewToken.of(CreateRequest.read(requests.get(i), service), service, values, dueAt()).token());
            } catch (RefusedException e) {
                throw at(i, e);
            }
        }
        Conflict conflict = dryRun ? tokens.conflict(added) : tokens.addAll(added);
        if (conflict != null) {
            throw at(conflict.index(), CreateOperation.refusal(conflict.addition()));
        }
        tokenCount = dryRun ? 0 : added.size();
    }

    private static RefusedException at(int index, RefusedException refusal) {
        return CreateRequest.badRequest(refusal.code(), "The request at index " + index + ": " + refusal.getMessage());
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
        return json.put("createdAt", createdAt).put("modifiedAt", modifiedAt);
    }
}

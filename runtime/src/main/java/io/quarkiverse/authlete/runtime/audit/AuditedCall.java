package io.quarkiverse.authlete.runtime.audit;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenAuditEvent;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.Fingerprint;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkiverse.authlete.runtime.observation.EventQueue;

/** One call of which there is a record, or one for each token of a batch. */
final class AuditedCall implements CallObservation {

    private final String service;
    private final TokenOperation operation;
    private final Supplier<@Nullable String> principal;
    private final EventQueue records;
    private final Consumer<TokenAuditEvent> trail;
    private volatile @Nullable Object request;
    private volatile @Nullable TokenResponse answer;

    AuditedCall(String service, TokenOperation operation, Supplier<@Nullable String> principal, EventQueue records,
            Consumer<TokenAuditEvent> trail) {
        this.service = service;
        this.operation = operation;
        this.principal = principal;
        this.records = records;
        this.trail = trail;
    }

    @Override
    public void requested(@Nullable Object request) {
        this.request = request;
    }

    @Override
    public void answered(TokenResponse answer) {
        this.answer = answer;
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        Instant time = Instant.now();
        if (!(request instanceof TokenBatchRequest batch) || batch.requests() == null) {
            // The client may have chosen values: the token that may be there is found by them.
            Object asked = result.failure() == null || result.failure().unfinished() == null ? request
                    : result.failure().unfinished();
            records.add(() -> trail.accept(describe(ended(time, attempts, result), asked)));
        } else if (!batch.dryRun()) {
            // One event for the queue: there may be more tokens in a batch than events can wait.
            records.add(() -> batch.requests().forEach(create -> record(ended(time, attempts, result), create)));
        }
    }

    private void record(TokenAuditEvent.Builder event, TokenCreateRequest create) {
        try {
            trail.accept(describe(event, create));
        } catch (Throwable e) {
            records.failed(e);
        }
    }

    private TokenAuditEvent.Builder ended(Instant time, int attempts, CallResult result) {
        return TokenAuditEvent.builder().time(time).service(service).operation(operation).principal(principal.get())
                .outcome(outcome(attempts, result)).attempts(attempts).status(result.status())
                .resultCode(result.resultCode()).recovered(result.recovered());
    }

    private static @Nullable Outcome outcome(int attempts, CallResult result) {
        if (result.kind() == Kind.SUCCESS) {
            return null;
        }
        Outcome unexpected = attempts == 0 ? Outcome.NOT_SENT : Outcome.UNKNOWN;
        return result.failure() == null ? unexpected : result.failure().outcome();
    }

    private TokenAuditEvent describe(TokenAuditEvent.Builder event, @Nullable Object asked) {
        if (asked instanceof TokenCreateRequest create) {
            create(event, create);
        } else if (asked instanceof TokenUpdateRequest update) {
            update(event, update);
        } else if (asked instanceof TokenRevokeRequest revoke) {
            revoke(event, revoke);
        } else if (asked instanceof String identifier) {
            event.accessTokenFingerprint(Fingerprint.of(identifier));
        }
        return event.build();
    }

    private void create(TokenAuditEvent.Builder event, TokenCreateRequest create) {
        event.clientIdentifier(create.clientId() == null ? create.clientIdentifier() : create.clientId().toString())
                .subject(create.subject()).scopes(create.scopes())
                .accessTokenFingerprint(Fingerprint.of(create.accessToken()))
                .refreshTokenFingerprint(Fingerprint.of(create.refreshToken()));
        if (answer instanceof TokenCreateResponse created) {
            event.scopes(created.scopes()).tokenId(created.tokenId())
                    .accessTokenFingerprint(Fingerprint.of(created.accessToken()))
                    .refreshTokenFingerprint(Fingerprint.of(created.refreshToken()));
            if (created.subject() != null) {
                event.subject(created.subject());
            }
            if (created.clientId() != null) {
                event.clientIdentifier(created.clientId().toString());
            }
        } else if (answer instanceof TokenBatchResponse accepted) {
            event.batchId(accepted.requestId());
        }
    }

    private void update(TokenAuditEvent.Builder event, TokenUpdateRequest update) {
        String accessToken = update.accessTokenHash() == null ? Fingerprint.of(update.accessToken())
                : update.accessTokenHash();
        String refreshToken = update.refreshTokenHash() == null ? Fingerprint.of(update.refreshToken())
                : update.refreshTokenHash();
        event.scopes(update.scopes()).tokenId(update.tokenId()).accessTokenFingerprint(accessToken)
                .refreshTokenFingerprint(refreshToken);
        if (answer instanceof TokenUpdateResponse updated) {
            event.scopes(updated.scopes());
            if (updated.accessToken() != null) {
                event.accessTokenFingerprint(Fingerprint.of(updated.accessToken()));
            }
            if (updated.tokenId() != null) {
                event.tokenId(updated.tokenId());
            }
        }
    }

    private void revoke(TokenAuditEvent.Builder event, TokenRevokeRequest revoke) {
        event.clientIdentifier(revoke.clientIdentifier()).subject(revoke.subject())
                .accessTokenFingerprint(Fingerprint.of(revoke.accessTokenIdentifier()))
                .refreshTokenFingerprint(Fingerprint.of(revoke.refreshTokenIdentifier()));
        if (answer instanceof TokenRevokeResponse revoked) {
            event.revoked(revoked.count());
        }
    }
}

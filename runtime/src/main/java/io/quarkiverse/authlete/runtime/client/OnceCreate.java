package io.quarkiverse.authlete.runtime.client;

import java.util.HashSet;
import java.util.List;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.call.Sequel;
import io.quarkiverse.authlete.runtime.client.ServiceFacts.Duplicates;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * A create that issues exactly one token, although answers may be lost: its values are chosen by the client, and the server
 * refuses a value that is in use. So it can be retried. If a retry is refused because the value is in use, then an earlier
 * attempt did it. The token is then read by an update that changes nothing, or, if that can't tell everything that was in the
 * lost answer, replaced.
 */
final class OnceCreate implements Sequel<TokenCreateResponse> {

    private enum Step {
        CREATE,
        /** Once more, although it has succeeded, to see it refused. */
        CHECK,
        READ,
        DELETE
    }

    private static final String DPOP = "DPoP";

    private final ExactlyOnce once;
    private final TokenCalls calls;
    private final TokenCreateRequest asked;
    private final RequestOptions options;
    private final ServiceFacts facts;
    private volatile TokenCreateRequest request;
    private Step step = Step.CREATE;
    /** Whether a create before the one in flight may have issued the token. */
    private boolean mayExist;
    private boolean replaced;
    private TokenCreateResponse created;

    OnceCreate(ExactlyOnce once, TokenCalls calls, TokenCreateRequest asked, RequestOptions options, ServiceFacts facts) {
        this.once = once;
        this.calls = calls;
        this.asked = asked;
        this.options = options;
        this.facts = facts;
        this.mayExist = options.resume();
    }

    Request<TokenCreateResponse> first() {
        if (options.resume() && asked.accessToken() == null) {
            throw once.nothingToResume();
        }
        request = once.complete(asked, facts);
        if (mayExist && facts.duplicates == Duplicates.ACCEPTED) {
            throw unfinished(once.duplicated());
        }
        return create();
    }

    @Override
    public Next<TokenCreateResponse> after(Object answer, AuthleteException failure, Outcome worst) {
        return switch (step) {
            case CREATE -> {
                mayExist |= worst == Outcome.UNKNOWN;
                yield failure == null ? created((TokenCreateResponse) answer) : notCreated(failure);
            }
            case CHECK -> checked(failure);
            case READ -> failure == null ? read((TokenUpdateResponse) answer) : Next.fail(failure);
            case DELETE -> failure == null || OutcomeRules.isGone(failure) ? replace(worst) : Next.fail(failure);
        };
    }

    @Override
    public AuthleteException unfinished(AuthleteException failure) {
        return failure.outcome() == Outcome.UNKNOWN && request != null ? failure.withUnfinished(request) : failure;
    }

    private Request<TokenCreateResponse> create() {
        step = Step.CREATE;
        return create(facts.duplicates != Duplicates.ACCEPTED);
    }

    private Request<TokenCreateResponse> create(boolean idempotent) {
        return calls.create(request, options, info(idempotent), mayExist ? Outcome.UNKNOWN : Outcome.NOT_SENT, this);
    }

    /** Whatever is sent, it is the create that fails. */
    private RequestInfo info(boolean idempotent) {
        return new RequestInfo(TokenOperation.CREATE, idempotent, request.secrets());
    }

    private Next<TokenCreateResponse> created(TokenCreateResponse answer) {
        facts.opaque = answer.jwtAccessToken() == null;
        if (answer.refreshToken() != null) {
            facts.withoutRefreshTokens = false;
        }
        created = replaced ? answer.toBuilder().recovered(true).build() : answer;
        if (answer.accessToken() != null && !answer.accessToken().equals(request.accessToken())) {
            accepted();
        }
        if (!mayExist || facts.duplicates == Duplicates.REFUSED) {
            return Next.succeed(created);
        }
        if (facts.duplicates == Duplicates.ACCEPTED) {
            return Next.fail(once.duplicated());
        }
        step = Step.CHECK;
        return Next.send(create(false));
    }

    private Next<TokenCreateResponse> checked(AuthleteException failure) {
        if (failure == null) {
            accepted();
            return Next.fail(once.duplicated());
        }
        // Anything else tells nothing: the next create that is retried looks again.
        if (OutcomeRules.isInUse(failure)) {
            facts.duplicates = Duplicates.REFUSED;
        }
        return Next.succeed(created);
    }

    private void accepted() {
        if (facts.duplicates != Duplicates.ACCEPTED) {
            facts.duplicates = Duplicates.ACCEPTED;
            once.warnOfDuplicates(calls.serviceId(options));
        }
    }

    private Next<TokenCreateResponse> notCreated(AuthleteException failure) {
        if (OutcomeRules.isWithoutRefreshGrant(failure) && asked.refreshToken() == null && request.refreshToken() != null) {
            facts.withoutRefreshTokens = true;
            request = request.toBuilder().refreshToken(null).build();
            return Next.send(create());
        }
        if (!OutcomeRules.isInUse(failure)) {
            return Next.fail(failure);
        }
        facts.duplicates = Duplicates.REFUSED;
        if (!mayExist) {
            return Next.fail(failure);
        }
        if (facts.opaque && request.jwtAtClaims() == null) {
            step = Step.READ;
            return Next.send(calls.update(TokenUpdateRequest.accessToken(request.accessToken()).build(), options, info(true),
                    Outcome.UNKNOWN));
        }
        return delete(failure);
    }

    private Next<TokenCreateResponse> read(TokenUpdateResponse token) {
        if (request.refreshToken() == null && token.refreshTokenExpiresAt() != null && token.refreshTokenExpiresAt() > 0) {
            return delete(once.other("refresh token"));
        }
        String difference = difference(token);
        return difference == null ? Next.succeed(response(token)) : Next.fail(once.other(difference));
    }

    /** @param otherwise the failure if the token may be somebody else's: the caller has chosen its value */
    private Next<TokenCreateResponse> delete(AuthleteException otherwise) {
        if (asked.accessToken() != null && !options.resume()) {
            return Next.fail(otherwise);
        }
        step = Step.DELETE;
        return Next.send(calls.delete(request.accessToken(), options, info(true), Outcome.UNKNOWN));
    }

    /**
     * With the same values, so that a create that was lost and arrives late is refused. With others, if they are not of the
     * caller's choice, after a delete that was retried: it may arrive late as well, and must not hit the new token.
     */
    private Next<TokenCreateResponse> replace(Outcome worst) {
        replaced = true;
        mayExist = worst != Outcome.UNKNOWN || asked.accessToken() != null;
        if (!mayExist) {
            request = once.complete(asked, facts);
        }
        return Next.send(create());
    }

    /** The answer to an update does not tell client and user, and durations depend on more than the request. */
    private String difference(TokenUpdateResponse token) {
        List<String> scopes = request.scopes();
        if (scopes != null && !scopes.isEmpty() && !new HashSet<>(scopes).equals(new HashSet<>(token.scopes()))) {
            return "scopes";
        }
        return request.dpopKeyThumbprint() != null && !DPOP.equalsIgnoreCase(token.tokenType()) ? "type" : null;
    }

    private TokenCreateResponse response(TokenUpdateResponse token) {
        Long expiresAt = token.accessTokenExpiresAt();
        return TokenCreateResponse.builder()
                .resultCode(token.resultCode())
                .resultMessage(token.resultMessage())
                .action(token.action())
                .accessToken(request.accessToken())
                .refreshToken(request.refreshToken())
                .tokenType(token.tokenType())
                .expiresIn(expiresAt == null ? null : Math.max(0, (expiresAt - System.currentTimeMillis()) / 1000))
                .expiresAt(expiresAt)
                .grantType(request.grantType())
                .clientId(request.clientId())
                .clientIdentifier(request.clientIdentifier())
                .subject(GrantType.CLIENT_CREDENTIALS.equals(request.grantType()) ? null : request.subject())
                .scopes(token.scopes())
                .properties(token.properties())
                .authorizationDetails(token.authorizationDetails())
                .forExternalAttachment(token.forExternalAttachment())
                .tokenId(token.tokenId())
                .sessionId(request.sessionId())
                .recovered(true)
                .build();
    }
}

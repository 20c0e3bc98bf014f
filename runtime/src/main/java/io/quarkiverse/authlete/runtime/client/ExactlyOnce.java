package io.quarkiverse.authlete.runtime.client;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/** What the creates of a service share that happen exactly once. */
final class ExactlyOnce {

    private static final Logger LOG = Logger.getLogger(ExactlyOnce.class);
    private static final int VALUE_BYTES = 32;
    private static final Set<GrantType> WITHOUT_REFRESH_TOKEN = Set.of(GrantType.IMPLICIT, GrantType.CLIENT_CREDENTIALS);

    private final FailureFactory failures;
    private final boolean configured;
    // Not static: a native executable would have the seed of its build.
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ServiceFacts> facts = new ConcurrentHashMap<>();

    ExactlyOnce(FailureFactory failures, boolean configured) {
        this.failures = failures;
        this.configured = configured;
    }

    /** @param options may be {@code null}, which is refused later */
    boolean isAsked(RequestOptions options) {
        return options != null && (options.resume() || (options.exactlyOnce() == null ? configured : options.exactlyOnce()));
    }

    /** @param request may be wrong */
    OnceCreate create(TokenCalls calls, TokenCreateRequest request, RequestOptions options) {
        return new OnceCreate(this, calls, request, options,
                facts.computeIfAbsent(calls.serviceId(options), id -> new ServiceFacts()));
    }

    /** @return the request with values for all tokens that will be issued, as far as the client can know */
    TokenCreateRequest complete(TokenCreateRequest request, ServiceFacts facts) {
        boolean refreshToken = request.refreshToken() == null && request.grantType() != null && request.grantType().known()
                && !WITHOUT_REFRESH_TOKEN.contains(request.grantType()) && !facts.withoutRefreshTokens;
        if (request.accessToken() != null && !refreshToken) {
            return request;
        }
        TokenCreateRequest.Builder complete = request.toBuilder();
        if (request.accessToken() == null) {
            complete.accessToken(newValue());
        }
        if (refreshToken) {
            complete.refreshToken(newValue());
        }
        return complete.build();
    }

    private String newValue() {
        byte[] value = new byte[VALUE_BYTES];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** Tells the one who runs the application; the caller may have a token all the same. */
    void warnOfDuplicates(String serviceId) {
        LOG.warnf("The server of the Authlete service '%s' (service ID %s) has issued a token whose value is not the one that"
                + " was chosen, or a second one with the same value. Creates can't happen exactly once there: one whose answer"
                + " is lost is not retried any more. Turn create.exactly-once off, or ask whether the server is up to date.",
                failures.service(), serviceId);
    }

    AuthleteException nothingToResume() {
        return failures.invalid(TokenOperation.CREATE, "accessToken",
                "is missing: resume() is for the request that unfinished() of the exception returned");
    }

    /** @return the failure of a create that may have issued more than one token */
    AuthleteException duplicated() {
        return unknown("The server does not refuse a value that is in use: there may be more than one token");
    }

    /** @return the failure of a create that has found a token which is not what it asked for */
    AuthleteException other(String difference) {
        return unknown(
                "The token with the value that was chosen is not the one that was asked for: it differs in its "
                        + difference);
    }

    private AuthleteException unknown(String reason) {
        return new AuthleteException(failures.call(TokenOperation.CREATE, false, Outcome.UNKNOWN).build(), reason, null);
    }
}

package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an update request does to a token. It is read as a whole before anything is changed, so that a malformed request
 * changes nothing. The members are those of the request, absent ones empty.
 */
final class TokenChange {

    private final ServiceSettings service;
    private final TokenHash newAccessTokenHash;
    private final long accessTokenExpiresAt;
    private final long refreshTokenExpiresAt;
    private final boolean persistent;
    private final boolean accessTokenProlonged;
    private final boolean refreshTokenProlonged;
    private final boolean dpopBound;
    private final Optional<List<String>> scopes;
    private final Optional<ArrayNode> properties;
    private final Optional<ObjectNode> authorizationDetails;
    private final Optional<Boolean> forExternalAttachment;

    /** @param newAccessTokenHash the hash of the new value, or null if the value stays */
    TokenChange(RequestFields fields, ServiceSettings service, TokenHash newAccessTokenHash) {
        this.service = service;
        this.newAccessTokenHash = newAccessTokenHash;
        this.accessTokenExpiresAt = fields.number("accessTokenExpiresAt").orElse(0);
        this.refreshTokenExpiresAt = fields.number("refreshTokenExpiresAt").orElse(0);
        this.persistent = fields.flag("accessTokenPersistent").orElse(false);
        this.accessTokenProlonged = fields.flag("accessTokenExpiresAtUpdatedOnScopeUpdate").orElse(false);
        this.refreshTokenProlonged = fields.flag("refreshTokenExpiresAtUpdatedOnScopeUpdate").orElse(false);
        this.dpopBound = fields.text("dpopKeyThumbprint").isPresent();
        this.scopes = fields.texts("scopes").map(names -> names.stream().filter(service::supportsScope).toList());
        this.properties = TokenProperties.read(fields, ResultCode.UPDATE_PROPERTIES_TOO_LARGE);
        this.authorizationDetails = fields.authorizationDetails("authorizationDetails");
        this.forExternalAttachment = fields.flag("forExternalAttachment");
    }

    StoredToken applyTo(StoredToken token, long now) {
        boolean scopesChanged = scopes.isPresent() && !sameElements(scopes.get(), token.scopes());
        StoredToken.Builder changed = token.toBuilder()
                .accessTokenExpiresAt(accessTokenExpiry(token, scopesChanged, now))
                .refreshTokenExpiresAt(refreshTokenExpiry(token, scopesChanged, now));
        if (newAccessTokenHash != null) {
            changed.accessTokenHash(newAccessTokenHash);
        }
        if (dpopBound) {
            changed.dpopBound(true);
        }
        scopes.ifPresent(changed::scopes);
        properties.ifPresent(array -> changed.properties(TokenProperties.text(array)));
        authorizationDetails.ifPresent(details -> changed.authorizationDetails(TokenJson.authorizationDetailsText(details)));
        forExternalAttachment.ifPresent(changed::forExternalAttachment);
        return changed.build();
    }

    /** A persistent token stays so unless it is given an expiry; a changed scope alone does not give it one. */
    private long accessTokenExpiry(StoredToken token, boolean scopesChanged, long now) {
        if (persistent) {
            return 0;
        }
        if (accessTokenExpiresAt > 0) {
            return accessTokenExpiresAt;
        }
        return prolonged(scopesChanged && accessTokenProlonged && !token.isPersistent(), service::accessTokenDuration, now)
                .orElse(token.accessTokenExpiresAt());
    }

    private long refreshTokenExpiry(StoredToken token, boolean scopesChanged, long now) {
        if (!token.hasRefreshToken()) {
            return 0;
        }
        if (refreshTokenExpiresAt > 0) {
            return refreshTokenExpiresAt;
        }
        return prolonged(scopesChanged && refreshTokenProlonged, service::refreshTokenDuration, now)
                .orElse(token.refreshTokenExpiresAt());
    }

    /** Only by the attributes of the new scopes: the durations of the service have no say. */
    private Optional<Long> prolonged(boolean asked, Function<List<String>, Optional<Duration>> shortest, long now) {
        return asked ? shortest.apply(scopes.orElseThrow()).map(duration -> now + duration.toMillis()) : Optional.empty();
    }

    /** The order of scopes means nothing. */
    private static boolean sameElements(List<String> some, List<String> others) {
        return new HashSet<>(some).equals(new HashSet<>(others));
    }
}

package io.quarkiverse.authlete.runtime.devui;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.runtime.client.AuthleteServices;

/**
 * What the Tokens page does, through the client of the application. Tokens are named by their hashes; {@link #createToken} is
 * the only answer with a token value. A parameter that is {@code null} or blank is not set.
 */
public class TokensJsonRpc {

    private final DevUiServices services;
    private final AuthleteServices clients;
    private final Traffic traffic;

    TokensJsonRpc(DevUiServices services, AuthleteServices clients, Traffic traffic) {
        this.services = services;
        this.clients = clients;
        this.traffic = traffic;
    }

    /**
     * @param status a {@link TokenStatus}
     * @param start the index of the first token of the page
     * @param end the index after the last
     */
    public DevUiResult<TokenPage> listTokens(String service, String client, String subject, String status, Integer start,
            Integer end) {
        return call(service, tokens -> TokenPage.of(tokens.list(TokenListRequest.builder().clientIdentifier(text(client))
                .subject(text(subject)).tokenStatus(TokenStatus.valueOf(status)).range(start, end).build()), now(service)));
    }

    /** @param scopes separated by spaces */
    public DevUiResult<NewToken> createToken(String service, String grantType, String client, String subject, String scopes,
            String accessTokenDuration, String refreshTokenDuration) {
        return call(service, tokens -> {
            TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.of(grantType)).subject(text(subject))
                    .scopes(scopes(scopes));
            if (text(client) != null) {
                if (isNumber(client)) {
                    request.clientId(number("The client", client));
                } else {
                    request.clientIdentifier(text(client));
                }
            }
            if (text(accessTokenDuration) != null) {
                request.accessTokenDuration(number("The duration of the access token", accessTokenDuration));
            }
            if (text(refreshTokenDuration) != null) {
                request.refreshTokenDuration(number("The duration of the refresh token", refreshTokenDuration));
            }
            return NewToken.of(tokens.create(request.build()));
        });
    }

    /**
     * @param scopes the new scopes, separated by spaces
     * @param accessTokenExpiresAt milliseconds since the epoch; {@code null} leaves the expiry as it is
     * @param refreshTokenExpiresAt likewise
     * @return whether it was updated
     */
    public DevUiResult<Boolean> updateToken(String service, String accessTokenHash, String scopes, Long accessTokenExpiresAt,
            Long refreshTokenExpiresAt) {
        return call(service, tokens -> {
            TokenUpdateRequest.Builder request = TokenUpdateRequest.accessTokenHash(accessTokenHash).scopes(scopes(scopes));
            if (accessTokenExpiresAt != null) {
                request.accessTokenExpiresAt(accessTokenExpiresAt);
            }
            if (refreshTokenExpiresAt != null) {
                request.refreshTokenExpiresAt(refreshTokenExpiresAt);
            }
            tokens.update(request.build());
            return true;
        });
    }

    /** @return how many access tokens were revoked */
    public DevUiResult<Long> revokeToken(String service, String accessTokenHash) {
        return call(service, tokens -> tokens.revoke(TokenRevokeRequest.accessToken(accessTokenHash)).count());
    }

    /**
     * All tokens of a client, of a subject, or of a client for a subject.
     *
     * @return how many access tokens were revoked
     */
    public DevUiResult<Long> revokeTokens(String service, String client, String subject) {
        return call(service, tokens -> tokens.revoke(revocation(text(client), text(subject))).count());
    }

    /** @return whether it was deleted */
    public DevUiResult<Boolean> deleteToken(String service, String accessTokenHash) {
        return call(service, tokens -> {
            tokens.delete(accessTokenHash);
            return true;
        });
    }

    private Instant now(String service) {
        return services.emulator(service).map(AuthleteEmulator::now).orElseGet(Instant::now);
    }

    private static TokenRevokeRequest revocation(String client, String subject) {
        if (client != null && subject != null) {
            return TokenRevokeRequest.clientAndSubject(client, subject);
        }
        if (client == null && subject == null) {
            throw new IllegalArgumentException("A client or a subject must be given.");
        }
        return client == null ? TokenRevokeRequest.subject(subject) : TokenRevokeRequest.client(client);
    }

    private <T> DevUiResult<T> call(String service, Function<TokenOperations, T> call) {
        return DevUiResult.of(() -> {
            TokenOperations tokens = clients.blocking(services.active(service).name());
            return traffic.ofDevUi(() -> call.apply(tokens));
        });
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> scopes(String scopes) {
        return text(scopes) == null ? List.of() : Arrays.asList(text(scopes).split("\\s+"));
    }

    private static boolean isNumber(String text) {
        return text.strip().chars().allMatch(Character::isDigit);
    }

    private static long number(String what, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " must be a whole number: " + text.strip(), e);
        }
    }
}

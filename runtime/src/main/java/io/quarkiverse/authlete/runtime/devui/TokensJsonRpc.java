package io.quarkiverse.authlete.runtime.devui;

import static io.quarkiverse.authlete.runtime.devui.Input.constant;
import static io.quarkiverse.authlete.runtime.devui.Input.number;
import static io.quarkiverse.authlete.runtime.devui.Input.required;
import static io.quarkiverse.authlete.runtime.devui.Input.requiredNumber;
import static io.quarkiverse.authlete.runtime.devui.Input.text;
import static io.quarkiverse.authlete.runtime.devui.Input.words;

import java.time.Instant;
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
import io.quarkiverse.authlete.runtime.devui.Input.InvalidInputException;

/**
 * What the Tokens page does, through the client of the application. Tokens are named by their hashes; {@link #createToken} is
 * the only answer with a token value. A parameter that is {@code null} or blank is not set.
 */
public class TokensJsonRpc {

    /** Seconds, a hundred years. */
    private static final long MAX_DURATION = 3_153_600_000L;
    private static final long MAX_INDEX = 1_000_000_000;
    /** 9999-12-31. */
    private static final long END_OF_TIME = 253_402_214_400_000L;
    private static final long MAX_CLIENT_ID = 999_999_999_999_999_999L;

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
    public DevUiResult<TokenPage> listTokens(String service, String client, String subject, String status, String start,
            String end) {
        return call(service, tokens -> TokenPage.of(tokens.list(TokenListRequest.builder().clientIdentifier(text(client))
                .subject(text(subject)).tokenStatus(constant(TokenStatus.class, "The status", status))
                .range((int) requiredNumber("The start", start, 0, MAX_INDEX),
                        (int) requiredNumber("The end", end, 1, MAX_INDEX))
                .build()), now(service)));
    }

    /** @param scopes separated by spaces */
    public DevUiResult<NewToken> createToken(String service, String grantType, String client, String subject, String scopes,
            String accessTokenDuration, String refreshTokenDuration) {
        return call(service, tokens -> {
            TokenCreateRequest.Builder request = TokenCreateRequest.builder(
                    GrantType.of(required("The grant type", text(grantType)))).subject(text(subject)).scopes(words(scopes))
                    .accessTokenDuration(number("The duration of the access token", accessTokenDuration, 1, MAX_DURATION))
                    .refreshTokenDuration(number("The duration of the refresh token", refreshTokenDuration, 1, MAX_DURATION));
            if (text(client) != null && text(client).chars().allMatch(Character::isDigit)) {
                request.clientId(number("The ID of the client", client, 1, MAX_CLIENT_ID));
            } else {
                request.clientIdentifier(text(client));
            }
            return NewToken.of(tokens.create(request.build()), services.emulator(service).isPresent());
        });
    }

    /**
     * Changes what is given, and leaves the rest to those who may have changed it meanwhile.
     *
     * @param scopes the new scopes, separated by spaces; blank for none, {@code null} leaves them as they are
     * @param accessTokenExpiresAt milliseconds since the epoch; {@code null} leaves the expiry as it is
     * @param refreshTokenExpiresAt likewise
     * @param neverExpires whether the access token is to have no expiry
     */
    public DevUiResult<Boolean> updateToken(String service, String accessTokenHash, String scopes, String accessTokenExpiresAt,
            String refreshTokenExpiresAt, Boolean neverExpires) {
        return call(service, tokens -> {
            TokenUpdateRequest.Builder request = TokenUpdateRequest.accessTokenHash(accessTokenHash);
            if (scopes != null) {
                request.scopes(words(scopes));
            }
            Long accessToken = number("The expiry of the access token", accessTokenExpiresAt, 1, END_OF_TIME);
            if (accessToken != null) {
                request.accessTokenExpiresAt((long) accessToken);
            }
            Long refreshToken = number("The expiry of the refresh token", refreshTokenExpiresAt, 1, END_OF_TIME);
            if (refreshToken != null) {
                request.refreshTokenExpiresAt((long) refreshToken);
            }
            if (Boolean.TRUE.equals(neverExpires)) {
                request.accessTokenPersistent(true);
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
            throw new InvalidInputException("A client or a subject must be given.");
        }
        return client == null ? TokenRevokeRequest.subject(subject) : TokenRevokeRequest.client(client);
    }

    private <T> DevUiResult<T> call(String service, Function<TokenOperations, T> call) {
        return DevUiResult.of(() -> {
            TokenOperations tokens = clients.blocking(services.active(service).name());
            return traffic.ofDevUi(() -> call.apply(tokens));
        });
    }
}

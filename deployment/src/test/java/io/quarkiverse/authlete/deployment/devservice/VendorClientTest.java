package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.api.AuthleteApiException;
import com.authlete.common.api.AuthleteApiFactory;
import com.authlete.common.conf.AuthleteSimpleConfiguration;
import com.authlete.common.dto.AccessToken;
import com.authlete.common.dto.AuthzDetails;
import com.authlete.common.dto.AuthzDetailsElement;
import com.authlete.common.dto.Property;
import com.authlete.common.dto.TokenBatchStatus;
import com.authlete.common.dto.TokenCreateRequest;
import com.authlete.common.dto.TokenCreateResponse;
import com.authlete.common.dto.TokenListResponse;
import com.authlete.common.dto.TokenRevokeRequest;
import com.authlete.common.dto.TokenRevokeResponse;
import com.authlete.common.dto.TokenUpdateRequest;
import com.authlete.common.dto.TokenUpdateResponse;
import com.authlete.common.types.GrantType;
import com.authlete.common.types.TokenStatus;

/** Authlete's own client, as it comes, is content with the emulator. */
class VendorClientTest {

    private static final String CLIENT = String.valueOf(RunningEmulator.CLIENT);

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    private AuthleteApi api;

    @BeforeEach
    void createClient() {
        api = client(RunningEmulator.API_TOKEN);
    }

    private AuthleteApi client(String apiToken) {
        return AuthleteApiFactory.create(new AuthleteSimpleConfiguration().setApiVersion("V3").setBaseUrl(emulator.url())
                .setServiceApiKey(RunningEmulator.SERVICE_ID).setServiceAccessToken(apiToken));
    }

    private static TokenCreateRequest request(String subject) {
        return new TokenCreateRequest().setGrantType(GrantType.AUTHORIZATION_CODE).setClientId(RunningEmulator.CLIENT)
                .setSubject(subject).setScopes(new String[] { "history.read", "timeline.read" });
    }

    private AccessToken onlyToken() {
        TokenListResponse list = api.getTokenList();
        assertThat(list.getTotalCount()).isEqualTo(1);
        return list.getAccessTokens()[0];
    }

    @Test
    void readsBackWhatItCreates() {
        AuthzDetailsElement element = new AuthzDetailsElement().setType("payment").setActions(new String[] { "pay" })
                .setOtherFields("{\"amount\":1}");
        TokenCreateResponse created = api.tokenCreate(request("john").setAccessTokenDuration(60)
                .setProperties(new Property[] { new Property("k", "v", true) })
                .setAuthorizationDetails(new AuthzDetails().setElements(new AuthzDetailsElement[] { element })));
        assertThat(created.getAction()).isEqualTo(TokenCreateResponse.Action.OK);
        assertThat(created.getResultCode()).isEqualTo("A109001");
        assertThat(created.getTokenType()).isEqualTo("Bearer");
        assertThat(created.getExpiresIn()).isEqualTo(60);
        assertThat(created.getScopes()).containsExactly("history.read", "timeline.read");
        assertThat(created.getAuthorizationDetails().getElements()[0].getOtherFields()).isEqualTo("{\"amount\":1}");

        AccessToken listed = onlyToken();
        assertThat(listed.getAccessTokenHash()).isEqualTo(RunningEmulator.hash(created.getAccessToken()));
        assertThat(listed.getRefreshTokenHash()).isEqualTo(RunningEmulator.hash(created.getRefreshToken()));
        assertThat(listed.getClientId()).isEqualTo(RunningEmulator.CLIENT);
        assertThat(listed.getSubject()).isEqualTo("john");
        assertThat(listed.getGrantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
        assertThat(listed.getScopes()).containsExactly("history.read", "timeline.read");
        assertThat(listed.getAccessTokenExpiresAt()).isEqualTo(created.getExpiresAt());
        assertThat(listed.getProperties()).singleElement().satisfies(property -> {
            assertThat(property.getKey()).isEqualTo("k");
            assertThat(property.getValue()).isEqualTo("v");
            assertThat(property.isHidden()).isTrue();
        });
    }

    @Test
    void readsBackWhatItUpdates() {
        String accessToken = api.tokenCreate(request("john")).getAccessToken();
        long expiry = emulator.clock.millis() + 5_000;
        TokenUpdateResponse updated = api.tokenUpdate(new TokenUpdateRequest().setAccessToken(accessToken)
                .setScopes(new String[] { "history.read" }).setAccessTokenExpiresAt(expiry).setAccessTokenValueUpdated(true)
                .setProperties(new Property[] { new Property("k2", "v2") }));
        assertThat(updated.getAction()).isEqualTo(TokenUpdateResponse.Action.OK);
        assertThat(updated.getAccessToken()).isNotNull().isNotEqualTo(accessToken);

        AccessToken listed = onlyToken();
        assertThat(listed.getAccessTokenHash()).isEqualTo(RunningEmulator.hash(updated.getAccessToken()));
        assertThat(listed.getScopes()).containsExactly("history.read");
        assertThat(listed.getProperties()).extracting(Property::getKey).containsExactly("k2");
        assertThat(listed.getAccessTokenExpiresAt()).isEqualTo(expiry);

        api.tokenUpdate(new TokenUpdateRequest().setAccessToken(updated.getAccessToken()).setScopes(new String[0]));
        assertThat(onlyToken().getScopes()).isEmpty();
        assertThat(api.tokenUpdate(new TokenUpdateRequest().setAccessToken(accessToken)).getAction())
                .isEqualTo(TokenUpdateResponse.Action.NOT_FOUND);
    }

    @Test
    void deletes() {
        String byValue = api.tokenCreate(request("john")).getAccessToken();
        String byHash = api.tokenCreate(request("jane")).getAccessToken();
        api.tokenDelete(byValue);
        assertThat(onlyToken().getSubject()).isEqualTo("jane");
        api.tokenDelete(RunningEmulator.hash(byHash));
        assertThat(api.getTokenList().getTotalCount()).isZero();
    }

    @Test
    void revokes() {
        api.tokenCreate(request("john"));
        api.tokenCreate(request("john"));
        api.tokenCreate(request("jane"));
        TokenRevokeResponse revoked = api.tokenRevoke(new TokenRevokeRequest().setClientIdentifier(CLIENT).setSubject("john"));
        assertThat(revoked.getResultCode()).isEqualTo("A312001");
        assertThat(revoked.getCount()).isEqualTo(2);
        assertThat(onlyToken().getSubject()).isEqualTo("jane");
    }

    @Test
    void listsByFilterAndRange() {
        for (String subject : new String[] { "john", "jane", "john", "john" }) {
            api.tokenCreate(request(subject));
        }
        TokenListResponse list = api.getTokenList(CLIENT, "john", 1, 3, TokenStatus.VALID);
        assertThat(list.getStart()).isEqualTo(1);
        assertThat(list.getEnd()).isEqualTo(3);
        assertThat(list.getTotalCount()).isEqualTo(3);
        assertThat(list.getSubject()).isEqualTo("john");
        assertThat(list.getClient().getClientId()).isEqualTo(RunningEmulator.CLIENT);
        assertThat(list.getAccessTokens()).hasSize(2).allSatisfy(token -> assertThat(token.getSubject()).isEqualTo("john"));

        emulator.clock.advance(Duration.ofDays(1));
        assertThat(api.getTokenList(TokenStatus.VALID).getTotalCount()).isZero();
        assertThat(api.getTokenList(TokenStatus.INVALID).getTotalCount()).isEqualTo(4);
    }

    @Test
    void createsABatch() {
        String requestId = api.tokenCreateBatch(new TokenCreateRequest[] { chosen("john"), chosen("jane") }, false)
                .getRequestId();
        TokenBatchStatus running = api.getTokenCreateBatchStatus(requestId).getStatus();
        assertThat(running.getResult()).isNull();
        assertThat(running.getBatchKind()).isEqualTo(TokenBatchStatus.BatchKind.CREATE);

        emulator.clock.advance(Duration.ofMillis(Batch.DURATION));
        TokenBatchStatus ended = api.getTokenCreateBatchStatus(requestId).getStatus();
        assertThat(ended.getResult()).isEqualTo(TokenBatchStatus.Result.SUCCEEDED);
        assertThat(ended.getTokenCount()).isEqualTo(2);
        assertThat(api.getTokenList().getTotalCount()).isEqualTo(2);

        requestId = api.tokenCreateBatch(new TokenCreateRequest[] { chosen("john") }, true)
                .getRequestId();
        emulator.clock.advance(Duration.ofMillis(Batch.DURATION));
        ended = api.getTokenCreateBatchStatus(requestId).getStatus();
        assertThat(ended.getResult()).isEqualTo(TokenBatchStatus.Result.FAILED);
        assertThat(ended.getErrorCode()).isEqualTo(ResultCode.ACCESS_TOKEN_EXISTS.code());
    }

    private static TokenCreateRequest chosen(String subject) {
        return request(subject).setAccessToken("access-" + subject).setRefreshToken("refresh-" + subject);
    }

    @Test
    void deletesByRefreshToken() {
        api.tokenDelete(api.tokenCreate(request("john")).getRefreshToken());
        assertThat(api.getTokenList().getTotalCount()).isZero();
        assertThat(api.getTokenList().getAccessTokens()).isNull();
    }

    @Test
    void seesErrors() {
        assertThat(api.tokenCreate(new TokenCreateRequest()).getAction()).isEqualTo(TokenCreateResponse.Action.BAD_REQUEST);
        assertThatThrownBy(() -> client("wrong").getTokenList()).isInstanceOfSatisfying(AuthleteApiException.class, e -> {
            assertThat(e.getStatusCode()).isEqualTo(401);
            assertThat(e.getResponseBody()).contains(ResultCode.API_TOKEN_INVALID.code());
        });
    }
}

package io.quarkiverse.authlete.benchmarks;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.api.AuthleteApiFactory;
import com.authlete.common.conf.AuthleteSimpleConfiguration;
import com.authlete.common.dto.TokenCreateRequest;
import com.authlete.common.types.GrantType;

/** Authlete's own client, as it comes. */
final class VendorClient implements TokenClient {

    private final AuthleteApi api;

    VendorClient(String url) {
        api = AuthleteApiFactory.create(new AuthleteSimpleConfiguration().setApiVersion("V3").setBaseUrl(url)
                .setServiceApiKey(Requests.SERVICE_ID).setServiceAccessToken("benchmark"));
    }

    @Override
    public Object create() {
        return api.tokenCreate(new TokenCreateRequest().setGrantType(GrantType.AUTHORIZATION_CODE)
                .setClientId(Requests.CLIENT_ID).setSubject(Requests.SUBJECT).setScopes(Requests.SCOPES));
    }

    @Override
    public Object list(int count) {
        return api.getTokenList(0, count);
    }
}

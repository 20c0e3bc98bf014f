package io.quarkiverse.authlete.benchmarks;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** What every client sends. */
final class Requests {

    static final String SERVICE_ID = "1000";
    static final String AUTHORIZATION = "Bearer benchmark";
    static final String CREATE_PATH = "/api/1000/auth/token/create";
    static final String LIST_PATH = "/api/1000/auth/token/get/list?start=0&end=";
    static final long CLIENT_ID = 26888344961664L;
    static final String SUBJECT = "john";
    static final String[] SCOPES = { "history.read", "timeline.read" };

    /** The largest page is a setting of the server, 20 in the cloud; that of the benchmarks has none. */
    static final int LONG_LIST = 1000;

    private Requests() {
    }

    static TokenCreateRequest create() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(CLIENT_ID).subject(SUBJECT).scopes(SCOPES)
                .build();
    }

    static TokenListRequest list(int count) {
        return TokenListRequest.builder().range(0, count).build();
    }
}

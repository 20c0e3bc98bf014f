package io.quarkiverse.authlete.runtime.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DpopErrorTest {

    @ParameterizedTest
    @ValueSource(strings = { "DPoP error=\"use_dpop_nonce\", error_description=\"a nonce, please\"",
            "DPoP error=use_dpop_nonce",
            "dpop algs=\"ES256 PS256\", error = \"use_dpop_nonce\"", "Bearer realm=\"x\", DPoP error=\"use_dpop_nonce\"" })
    void inAChallenge(String challenge) {
        assertThat(DpopError.in(List.of("Basic realm=\"x\"", challenge), null)).contains(DpopError.USE_DPOP_NONCE);
        assertThat(DpopError.in(List.of(challenge.replace("use_dpop_nonce", "invalid_dpop_proof")), "{}"))
                .contains(DpopError.INVALID_DPOP_PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer", "DPoP error=\"invalid_token\"", "DPoP error=\"use_dpop_nonce_2\"",
            "DPoP error_description=\"use_dpop_nonce\"", "DPoP my_error=\"use_dpop_nonce\"" })
    void anotherChallengeIsNone(String challenge) {
        assertThat(DpopError.in(List.of(challenge), null)).isEmpty();
    }

    @Test
    void inABodyAsThatOfATokenEndpoint() {
        assertThat(DpopError.in(List.of(), "{ \"error\" : \"use_dpop_nonce\", \"error_description\": \"x\" }"))
                .contains(DpopError.USE_DPOP_NONCE);
        assertThat(DpopError.in(List.of(), "{\"resultMessage\":\"use_dpop_nonce\"}")).isEmpty();
    }
}

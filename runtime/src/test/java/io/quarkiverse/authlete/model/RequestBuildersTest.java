package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The builders of create and update requests. */
class RequestBuildersTest {

    @Test
    void builderOfARequestBuildsTheSame() {
        TokenCreateRequest create = ModelValues.filled(TokenCreateRequest.class);
        assertThat(create.toBuilder().build()).isEqualTo(create);
        TokenUpdateRequest update = ModelValues.filled(TokenUpdateRequest.class);
        assertThat(update.toBuilder().build()).isEqualTo(update);
    }

    @Test
    void builderOfARequestDoesNotChangeIt() {
        TokenCreateRequest first = TokenCreateRequest.builder(GrantType.CIBA).subject("john").scopes("a").build();
        TokenCreateRequest second = first.toBuilder().subject("jane").scopes(Set.of("b")).build();
        assertThat(first.subject()).isEqualTo("john");
        assertThat(first.scopes()).containsExactly("a");
        assertThat(second.subject()).isEqualTo("jane");
        assertThat(second.scopes()).containsExactly("b");
        assertThat(second.grantType()).isEqualTo(GrantType.CIBA);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S,0", "PT1H,3600", "PT0.5S,1", "PT1.000000001S,2", "PT-0.5S,-1", "PT-2S,-2",
            "PT2562047788015215H30M7.999999999S,9223372036854775807" })
    void durationsAreRoundedAwayFromTheServicesSetting(Duration duration, long seconds) {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.CIBA).accessTokenDuration(duration)
                .refreshTokenDuration(duration).build();
        assertThat(request.accessTokenDuration()).isEqualTo(seconds);
        assertThat(request.refreshTokenDuration()).isEqualTo(seconds);
    }

    @Test
    void listsMayBeGivenAsCollections() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.CIBA).scopes(Set.of("a"))
                .properties(List.of(Property.of("k", "v"))).resources(List.of(URI.create("urn:x"))).build();
        assertThat(request).isEqualTo(TokenCreateRequest.builder(GrantType.CIBA).scopes("a").properties(Property.of("k", "v"))
                .resources(URI.create("urn:x")).build());
    }

    @Test
    void nullTakesAValueBack() {
        assertThat(TokenCreateRequest.builder(GrantType.CIBA).scopes("a").scopes((Set<String>) null).accessTokenDuration(1)
                .accessTokenDuration((Duration) null).build()).isEqualTo(TokenCreateRequest.builder(GrantType.CIBA).build());
    }
}

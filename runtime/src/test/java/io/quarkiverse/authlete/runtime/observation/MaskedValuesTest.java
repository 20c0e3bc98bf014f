package io.quarkiverse.authlete.runtime.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** Whatever field a type has: what its text masks is not in the masked copy, and all else is. */
class MaskedValuesTest {

    private static final Pattern FIELD = Pattern.compile("field-\\w+");
    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

    @Test
    void requests() throws Exception {
        TokenCreateRequest create = ((TokenCreateRequest.Builder) filled(
                TokenCreateRequest.builder(GrantType.JWT_BEARER))).build();
        List<TokenRequest> requests = List.of(create, TokenBatchRequest.of(create, create),
                ((TokenUpdateRequest.Builder) filled(TokenUpdateRequest.tokenId("1"))).build(),
                ((TokenRevokeRequest.Builder) filled(TokenRevokeRequest.builder())).build(),
                ((TokenListRequest.Builder) filled(TokenListRequest.builder())).build());
        assertAllOf(TokenRequest.class, requests);
        for (TokenRequest request : requests) {
            assertSameButMasked(request, MaskedValues.of(request));
        }
        assertThat(json.writeValueAsString(create)).contains("field-accessToken", "field-sessionId");
    }

    @Test
    void responses() throws Exception {
        List<TokenResponse> responses = List.of(
                ((TokenCreateResponse.Builder) filled(TokenCreateResponse.builder())).build(),
                ((TokenUpdateResponse.Builder) filled(TokenUpdateResponse.builder())).build(),
                ((TokenRevokeResponse.Builder) filled(TokenRevokeResponse.builder())).build(),
                ((TokenListResponse.Builder) filled(TokenListResponse.builder())).accessTokens(List.of(
                        ((AccessToken.Builder) filled(AccessToken.builder())).build())).build(),
                ((TokenBatchResponse.Builder) filled(TokenBatchResponse.builder())).build(),
                ((TokenBatchStatusResponse.Builder) filled(TokenBatchStatusResponse.builder())).build());
        assertAllOf(TokenResponse.class, responses);
        for (TokenResponse response : responses) {
            assertSameButMasked(response, MaskedValues.of(response));
        }
    }

    @Test
    void whatIsMaskedInAMessageTakesNothingElseFromIt() {
        TokenCreateResponse created = TokenCreateResponse.builder().accessToken("secret").refreshToken("other")
                .resultMessage("[A109001] The token (secret) was issued.").build();
        assertThat(created.resultMessage()).isEqualTo("[A109001] The token (***) was issued.");

        assertThat(((TokenCreateResponse) MaskedValues.of(created)).resultMessage()).isEqualTo(created.resultMessage());
    }

    private static void assertAllOf(Class<?> type, List<?> values) {
        assertThat(type.getPermittedSubclasses())
                .allMatch(subtype -> values.stream().anyMatch(subtype::isInstance), "is among the values");
    }

    private void assertSameButMasked(Object value, Object masked) throws Exception {
        assertThat(masked).hasToString(value.toString());
        assertThat(FIELD.matcher(json.writeValueAsString(masked)).results().map(found -> found.group()))
                .allSatisfy(field -> assertThat(value.toString()).contains(field));
    }

    private static Object filled(Object builder) throws ReflectiveOperationException {
        for (Method setter : builder.getClass().getMethods()) {
            if (setter.getName().equals("properties") && setter.getParameterTypes()[0] == List.class) {
                setter.setAccessible(true);
                setter.invoke(builder, List.of(Property.hidden("field-key", "field-hidden"), Property.of("field-shown", "x")));
            }
        }
        for (Method setter : builder.getClass().getMethods()) {
            if (setter.getParameterCount() == 1 && setter.getParameterTypes()[0] == String.class) {
                // Generated in a class that is not public.
                setter.setAccessible(true);
                setter.invoke(builder, "field-" + setter.getName());
            }
        }
        return builder;
    }
}

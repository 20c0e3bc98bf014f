package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Grant types, client types and actions that this version does not know are kept. */
class OpenValuesTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void constantsAreThoseOfTheApi() {
        assertThat(constants(GrantType.class)).containsExactlyInAnyOrder("AUTHORIZATION_CODE", "IMPLICIT", "PASSWORD",
                "CLIENT_CREDENTIALS", "REFRESH_TOKEN", "CIBA", "DEVICE_CODE", "TOKEN_EXCHANGE", "JWT_BEARER",
                "PRE_AUTHORIZED_CODE");
        assertThat(constants(ClientType.class)).containsExactlyInAnyOrder("PUBLIC", "CONFIDENTIAL");
        assertThat(constants(ResponseAction.class)).containsExactlyInAnyOrder("OK", "BAD_REQUEST", "FORBIDDEN", "NOT_FOUND",
                "INTERNAL_SERVER_ERROR");
        assertThat(constants(TokenBatchKind.class)).containsExactly("CREATE");
        assertThat(constants(TokenBatchResult.class)).containsExactlyInAnyOrder("SUCCEEDED", "FAILED");
    }

    @Test
    void constantsAreKnown() {
        assertThat(constants(GrantType.class)).allMatch(name -> GrantType.of(name).known());
        assertThat(constants(ClientType.class)).allMatch(name -> ClientType.of(name).known());
        assertThat(constants(ResponseAction.class)).allMatch(name -> ResponseAction.of(name).known());
        assertThat(constants(TokenBatchKind.class)).allMatch(name -> TokenBatchKind.of(name).known());
        assertThat(constants(TokenBatchResult.class)).allMatch(name -> TokenBatchResult.of(name).known());
    }

    @Test
    void jsonIsTheName() throws Exception {
        assertThat(mapper.writeValueAsString(List.of(GrantType.CIBA, ClientType.PUBLIC, ResponseAction.OK)))
                .isEqualTo("[\"CIBA\",\"PUBLIC\",\"OK\"]");
        assertThat(mapper.readValue("\"CIBA\"", GrantType.class)).isEqualTo(GrantType.CIBA);
        assertThat(mapper.readValue("\"PUBLIC\"", ClientType.class)).isEqualTo(ClientType.PUBLIC);
        assertThat(mapper.readValue("\"OK\"", ResponseAction.class)).isEqualTo(ResponseAction.OK);
    }

    @Test
    void sameNameIsEqual() {
        assertThat(GrantType.of("CIBA")).isEqualTo(GrantType.CIBA).hasSameHashCodeAs(GrantType.CIBA)
                .isNotEqualTo(GrantType.PASSWORD).isNotEqualTo("CIBA");
        assertThat(ClientType.of("PUBLIC")).isEqualTo(ClientType.PUBLIC).hasSameHashCodeAs(ClientType.PUBLIC)
                .isNotEqualTo(ClientType.CONFIDENTIAL).isNotEqualTo("PUBLIC");
        assertThat(ResponseAction.of("OK")).isEqualTo(ResponseAction.OK).hasSameHashCodeAs(ResponseAction.OK)
                .isNotEqualTo(ResponseAction.FORBIDDEN).isNotEqualTo("OK");
    }

    @Test
    void unknownNamesSurvive() throws Exception {
        GrantType grantType = mapper.readValue("\"TELEPATHY\"", GrantType.class);
        assertThat(grantType.known()).isFalse();
        assertThat(grantType).hasToString("TELEPATHY").isEqualTo(GrantType.of("TELEPATHY"));
        assertThat(mapper.writeValueAsString(grantType)).isEqualTo("\"TELEPATHY\"");
        assertThat(mapper.readValue("\"SECRET\"", ClientType.class)).hasToString("SECRET").matches(type -> !type.known());
        assertThat(mapper.readValue("\"RETRY\"", ResponseAction.class)).hasToString("RETRY").matches(action -> !action.known());
    }

    @Test
    void aResultOfABatchHasTwoSpellings() throws Exception {
        assertThat(mapper.readValue("\"SUCCEED\"", TokenBatchResult.class)).isEqualTo(TokenBatchResult.SUCCEEDED);
        assertThat(TokenBatchResult.of("SUCCEED")).isEqualTo(TokenBatchResult.of("SUCCEEDED"));
        assertThat(TokenBatchResult.of("succeed").known()).isFalse();
    }

    @Test
    void emptyNameIsRead() throws Exception {
        assertThat(mapper.readValue("\"\"", GrantType.class)).hasToString("").matches(type -> !type.known());
    }

    @Test
    void nullIsNoName() {
        assertThatNullPointerException().isThrownBy(() -> GrantType.of(null)).withMessage("value");
        assertThatNullPointerException().isThrownBy(() -> ClientType.of(null)).withMessage("value");
        assertThatNullPointerException().isThrownBy(() -> ResponseAction.of(null)).withMessage("value");
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())).map(field -> {
            try {
                Object constant = field.get(null);
                assertThat(constant).hasToString(field.getName());
                return field.getName();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }
}

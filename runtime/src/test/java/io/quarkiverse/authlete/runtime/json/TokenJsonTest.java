package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** The mapper of the client is lenient about what it reads, and is its own. */
class TokenJsonTest {

    private final ObjectMapper mapper = TokenJson.newMapper();

    @Test
    void numericResultCodeIsText() throws Exception {
        assertThat(mapper.readValue("{\"resultCode\":404,\"resultMessage\":\"\"}", ErrorBody.class))
                .isEqualTo(new ErrorBody("404", ""));
        assertThat(mapper.readValue("{\"resultCode\":\"A001202\",\"new\":{}}", ErrorBody.class))
                .isEqualTo(new ErrorBody("A001202", null));
    }

    @Test
    void unknownEnumValueIsAbsent() throws Exception {
        assertThat(mapper.readValue("{\"tokenStatus\":\"SLEEPING\"}", TokenListRequest.class).tokenStatus()).isNull();
        assertThat(mapper.readValue("{\"tokenStatus\":\"INVALID\"}", TokenListRequest.class).tokenStatus())
                .isEqualTo(TokenStatus.INVALID);
    }

    @Test
    void nullNumberIsZero() throws Exception {
        assertThat(mapper.readValue("{\"count\":null}", TokenRevokeResponse.class).count()).isZero();
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertThat(mapper.readValue(nested(98), ErrorBody.class)).isEqualTo(new ErrorBody(null, null));
        assertThatThrownBy(() -> mapper.readValue(nested(101), ErrorBody.class)).isInstanceOf(StreamConstraintsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"resultCode\":\"A\",\"resultCode\":\"A\"}", "{\"new\":{\"x\":1,\"x\":1}}" })
    void duplicateNamesAreRefused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, ErrorBody.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void longNamesAreRefused() throws Exception {
        assertThat(mapper.readValue("{\"" + "n".repeat(1000) + "\":1}", ErrorBody.class)).isNotNull();
        assertThatThrownBy(() -> mapper.readValue("{\"" + "n".repeat(1001) + "\":1}", ErrorBody.class))
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void manyTinyObjectsAreRefusedBeforeTheyFillTheMemory() throws Exception {
        ObjectMapper limited = TokenJson.newMapperForDistinctNames(100_000);

        assertThat(limited.readValue(tokens(12_000), TokenListResponse.class).accessTokens()).hasSize(12_000);
        assertThatThrownBy(() -> limited.readValue(tokens(13_000), TokenListResponse.class))
                .isInstanceOf(JsonProcessingException.class).hasMessageContaining("Token count");
    }

    private static String tokens(int number) {
        return "{\"accessTokens\":[{}" + ",{}".repeat(number - 1) + "]}";
    }

    @Test
    void brokenBodyIsNotQuoted() {
        assertThatThrownBy(() -> mapper.readValue("{\"accessToken\":\"secret-value\",}", ErrorBody.class))
                .isInstanceOf(JsonProcessingException.class)
                .message().doesNotContain("secret-value");
    }

    @Test
    void textAfterTheBodyIsRefused() throws Exception {
        assertThat(mapper.readValue("{\"resultCode\":\"A\"} \n", ErrorBody.class)).isEqualTo(new ErrorBody("A", null));
        assertThatThrownBy(() -> mapper.readValue("{\"resultCode\":\"A\"}{}", ErrorBody.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void everyMapperIsItsOwn() throws Exception {
        TokenJson.newMapper().setPropertyNamingStrategy(
                PropertyNamingStrategies.SNAKE_CASE);
        assertThat(TokenJson.newMapper().writeValueAsString(TokenUpdateRequest.tokenId("x").build()))
                .isEqualTo("{\"tokenId\":\"x\"}");
    }

    private static String nested(int depth) {
        return "{\"new\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
}

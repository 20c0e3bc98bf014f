package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;

import io.quarkiverse.authlete.model.AccessToken;

/** The entries of a list are read by hand, and come out as if Jackson had read the record. */
class AccessTokenReadingTest {

    private static final ObjectMapper BY_HAND = TokenJson.newMapper();
    private static final ObjectMapper BY_JACKSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Jackson passes over a deserializer for a class whose annotations name a builder, and is then slow without a word. */
    @Test
    void isReadByHand() throws Exception {
        DeserializationContext context = ((DefaultDeserializationContext) BY_HAND.getDeserializationContext())
                .createDummyInstance(BY_HAND.getDeserializationConfig());

        assertThat(context.findRootValueDeserializer(BY_HAND.constructType(AccessToken.class)))
                .isInstanceOf(AccessTokenDeserializer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            """
                    {"accessTokenHash":"a","accessTokenExpiresAt":1,"refreshTokenHash":"r","refreshTokenExpiresAt":2,
                    "createdAt":3,"lastRefreshedAt":4,"clientId":26888344961664,"subject":"john","grantType":"IMPLICIT",
                    "scopes":["x","y"],"properties":[{"key":"k","value":"v","hidden":true}],"refreshTokenScopes":["x"]}""",
            """
                    {"accessTokenHash":null,"accessTokenExpiresAt":null,"createdAt":null,"clientId":null,"grantType":null,
                    "scopes":null,"properties":null,"refreshTokenScopes":null}""",
            "{\"accessTokenExpiresAt\":\"12\",\"createdAt\":\"34\",\"clientId\":\" 56 \",\"lastRefreshedAt\":\"\"}",
            "{\"accessTokenExpiresAt\":1.9,\"createdAt\":2.9,\"clientId\":1e3}",
            "{\"subject\":5,\"accessTokenHash\":true,\"grantType\":\"OF_THE_FUTURE\"}",
            "{\"scopes\":[],\"properties\":[],\"refreshTokenScopes\":[]}",
            "{\"scopes\":[null,\"x\",7,null],\"properties\":[null,{\"key\":\"k\"}]}",
            "{\"clientId\":1,\"unknown\":{\"clientId\":[{\"subject\":1}]},\"subject\":\"after\",\"another\":[[],{}]}" })
    void theSameToken(String json) throws Exception {
        assertThat(BY_HAND.readValue(json, AccessToken.class)).isEqualTo(BY_JACKSON.readValue(json, AccessToken.class));
    }

    /** The order of the names, and which of them are there, may change from one token to the next. */
    @Test
    void theSameTokensInAList() throws Exception {
        String list = """
                [{"accessTokenHash":"a","createdAt":1,"clientId":2,"scopes":["x"]},
                {"accessTokenHash":"b","createdAt":3,"clientId":4,"scopes":["x","y"]},
                {"accessTokenHash":"c","subject":"john","createdAt":5},
                {"clientId":6,"accessTokenHash":"d","properties":[{"key":"k","value":"v"}],"createdAt":7},
                {},
                {"clientId":8,"accessTokenHash":"e","properties":[{"value":"v","key":"k"}],"createdAt":9,"new":{"new":1}},
                {"\\u0063lientId":10,"accessTokenHash":"f","properties":[],"createdAt":11,"new":{"new":2}}]""";

        try (JsonParser json = new DistinctNames(BY_HAND.createParser(list.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(BY_HAND.readerForListOf(AccessToken.class).<List<AccessToken>> readValue(json))
                    .isEqualTo(BY_JACKSON.readerForListOf(AccessToken.class).readValue(list)).hasSize(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "5", "\"text\"", "{\"clientId\":{}}", "{\"clientId\":[1]}", "{\"subject\":{}}",
            "{\"subject\":[\"x\"]}", "{\"clientId\":\"x\"}", "{\"scopes\":\"x\"}", "{\"scopes\":{}}", "{\"scopes\":[{}]}",
            "{\"createdAt\":99999999999999999999}", "{\"accessTokenExpiresAt\":99999999999999999999}", "{\"grantType\":{}}",
            "{\"properties\":{}}", "{\"properties\":[5]}", "{\"clientId\":1", "{\"scopes\":[", "{\"clientId\":tru" })
    void refusedByBoth(String json) {
        assertThat(catchThrowableOfType(JsonProcessingException.class, () -> BY_JACKSON.readValue(json, AccessToken.class)))
                .isNotNull();
        assertThat(catchThrowableOfType(JsonProcessingException.class, () -> BY_HAND.readValue(json, AccessToken.class)))
                .isNotNull();
    }
}

package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** No object has the same name twice, wherever it is and however the JSON is read. */
class DistinctNamesTest {

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "5", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}",
            "[{\"a\":1},{\"a\":1},[{\"a\":1}]]", "{\"a\":[{\"b\":1},{\"b\":2}],\"b\":{\"b\":{}},\"c\":1}" })
    void theSameNameInDifferentObjectsIsFine(String json) throws Exception {
        read(json);
        skip(json);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"c\":3,\"b\":4}", "{\"a\":{},\"a\":1}",
            "{\"a\":{\"b\":1,\"b\":2}}", "{\"a\":{\"b\":1},\"a\":{\"b\":1}}", "[{\"a\":1},{\"b\":1,\"b\":2}]",
            "{\"a\":[{\"b\":{\"c\":1,\"c\":2}}]}", "{\"a\":1,\"\\u0061\":2}" })
    void theSameNameTwiceInOneObjectIsNot(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> skip(json)).isInstanceOf(JsonParseException.class);
    }

    @Test
    void anObjectMayHaveManyNames() throws Exception {
        String names = IntStream.range(0, 1000).mapToObj(i -> "\"n" + i + "\":" + i).collect(Collectors.joining(","));

        read("{" + names + "}");
        read("[{" + names + "},{" + names + "}]");
        for (int again : new int[] { 0, 31, 32, 33, 999 }) {
            assertThatThrownBy(() -> read("[{" + names + ",\"n" + again + "\":1}]")).isInstanceOf(JsonParseException.class);
        }
    }

    private static void read(String json) throws Exception {
        try (JsonParser parser = new DistinctNames(new JsonFactory().createParser(json))) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
    }

    private static void skip(String json) throws Exception {
        try (JsonParser parser = new DistinctNames(new JsonFactory().createParser(json))) {
            JsonToken first = parser.nextValue();
            parser.skipChildren();
            assertThat(first.isStructStart()).isEqualTo(parser.currentToken().isStructEnd());
            assertThat(parser.nextToken()).isNull();
        }
    }
}

package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/** No object has the same name twice, wherever it is and however the JSON is read. */
class DistinctNamesTest {

    private static final JsonFactory COUNTING = TokenJson.newMapperForDistinctNames(1_000_000).getFactory();

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

    /** As the next version of Jackson might do it. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3 })
    void tokensThatAreReadPastItAreNoticed(int bypassed) throws Exception {
        try (DistinctNames parser = new DistinctNames(COUNTING.createParser("{\"a\":1,\"a\":2}"))) {
            parser.nextToken();
            for (int i = 0; i < bypassed; i++) {
                parser.delegate().nextToken();
            }
            assertThatThrownBy(() -> {
                while (parser.nextToken() != null) {
                    assertThat(parser.currentToken()).isNotNull();
                }
            }).isInstanceOf(IllegalStateException.class).hasMessageContaining("Jackson");
        }
    }

    @Test
    void refusesWhatJacksonRefusesWhateverTheObjectsBeforeHad() throws Exception {
        JsonFactory strict = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] json = objects(random).getBytes(StandardCharsets.UTF_8);
            boolean expected = isRefused(strict.createParser(json), random);

            assertThat(isRefused(new DistinctNames(COUNTING.createParser(json)), random))
                    .as(() -> new String(json, StandardCharsets.UTF_8)).isEqualTo(expected);
            refused += expected ? 1 : 0;
        }
        assertThat(refused).isBetween(1000, 4000);
    }

    /** A list of objects that often, but not always, have names like those before. */
    private static String objects(Random random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "\\u0061", "e"));
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (int object = 0; object < 4; object++) {
            if (random.nextInt(3) == 0) {
                Collections.swap(names, random.nextInt(6), random.nextInt(6));
            }
            StringJoiner members = new StringJoiner(",", "{", "}");
            names.stream().limit(random.nextInt(6)).forEach(name -> members
                    .add("\"" + name + "\":" + (random.nextInt(4) == 0 ? "{\"a\":1,\"b\":[]}" : "1")));
            if (random.nextInt(8) == 0) {
                members.add("\"" + names.get(random.nextInt(6)) + "\":2");
            }
            list.add(members.toString());
        }
        return list.toString();
    }

    private static boolean isRefused(JsonParser json, Random random) throws Exception {
        try (json) {
            do {
                if (random.nextBoolean()) {
                    String name = json.nextFieldName();
                    assertThat(json.currentToken() == JsonToken.FIELD_NAME).isEqualTo(name != null);
                } else {
                    json.nextToken();
                }
            } while (json.currentToken() != null);
            return false;
        } catch (JsonParseException e) {
            return true;
        }
    }

    private static void read(String json) throws Exception {
        try (JsonParser parser = new DistinctNames(COUNTING.createParser(json))) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
    }

    private static void skip(String json) throws Exception {
        try (JsonParser parser = new DistinctNames(COUNTING.createParser(json))) {
            JsonToken first = parser.nextValue();
            parser.skipChildren();
            assertThat(first.isStructStart()).isEqualTo(parser.currentToken().isStructEnd());
            assertThat(parser.nextToken()).isNull();
        }
    }
}

package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.runtime.json.TokenJson;

/** No list in a value can be changed, from outside or from inside. */
class ImmutabilityTest {

    @ParameterizedTest
    @MethodSource("lists")
    void listIsCopiedAndCannotBeChanged(Class<?> type, Method list) {
        List<Object> given = new ArrayList<>((List<?>) ModelValues.get(ModelValues.filled(type), list));
        Object element = given.get(0);
        Object builder = ModelValues.filledBuilder(type);
        ModelValues.set(builder, list, given);
        given.clear();
        List<?> taken = (List<?>) ModelValues.get(ModelValues.build(type, builder), list);
        assertThat(taken).hasSize(1);
        assertThatThrownBy(() -> taken.remove(element)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void nullInAListIsRefused(Class<?> type, Method list) {
        Object builder = ModelValues.filledBuilder(type);
        assertThatThrownBy(
                () -> ModelValues.set(builder, list, Arrays.asList(ModelValues.get(ModelValues.filled(type), list), null)))
                .rootCause().isInstanceOf(IllegalArgumentException.class).hasMessage("The element at index 1 is null");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void nullInAListOfAnAnswerIsDropped(Class<?> type, Method list) throws Exception {
        if (TokenRequest.class.isAssignableFrom(type)) {
            return;
        }
        for (ObjectMapper mapper : new ObjectMapper[] { TokenJson.newMapper(), new ObjectMapper() }) {
            Object read = mapper.readValue("{\"" + list.getName() + "\":[null]}", type);
            assertThat((List<?>) ModelValues.get(read, list)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void nullIsTheSameAsAbsentInJson(Class<?> type, Method list) throws Exception {
        for (ObjectMapper mapper : new ObjectMapper[] { TokenJson.newMapper(), new ObjectMapper() }) {
            assertThat((Object) mapper.readValue("{\"" + list.getName() + "\":null}", type))
                    .isEqualTo(ModelValues.empty(type));
        }
    }

    static Stream<Arguments> lists() {
        return ModelValues.withFields().flatMap(type -> ModelValues.fields(type).stream()
                .filter(field -> field.getReturnType() == List.class).map(field -> arguments(type, field)));
    }
}

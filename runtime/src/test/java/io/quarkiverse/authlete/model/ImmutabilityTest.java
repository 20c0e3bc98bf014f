package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No list in a record can be changed, from outside or from inside. */
class ImmutabilityTest {

    @ParameterizedTest
    @MethodSource("lists")
    void listIsCopiedAndCannotBeChanged(Class<? extends Record> type, RecordComponent component) throws Exception {
        List<Object> given = new ArrayList<>((List<?>) component.getAccessor().invoke(ModelRecords.filled(type)));
        Object element = given.get(0);
        List<?> taken = list(with(type, component, given), component);
        given.clear();
        assertThat(taken).hasSize(1);
        assertThatThrownBy(() -> taken.remove(element)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nullInAListOfARequestIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenCreateRequest.builder(GrantType.CIBA).scopes("a", null))
                .withMessage("scopes: the element at index 1 is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenCreateRequest.builder(GrantType.CIBA).resources((URI) null).build())
                .withMessageContaining("resources");
        assertThatIllegalArgumentException().isThrownBy(() -> TokenUpdateRequest.tokenId("x").properties((Property) null))
                .withMessageContaining("properties");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthorizationDetails.of((AuthorizationDetailsElement) null))
                .withMessageContaining("elements");
        AuthorizationDetailsElement.Builder element = AuthorizationDetailsElement.builder("t");
        assertThatIllegalArgumentException().isThrownBy(() -> element.locations((String) null))
                .withMessageContaining("locations");
        assertThatIllegalArgumentException().isThrownBy(() -> element.actions((String) null)).withMessageContaining("actions");
        assertThatIllegalArgumentException().isThrownBy(() -> element.dataTypes((String) null))
                .withMessageContaining("dataTypes");
        assertThatIllegalArgumentException().isThrownBy(() -> element.privileges((String) null))
                .withMessageContaining("privileges");
    }

    @ParameterizedTest
    @MethodSource("requestLists")
    void nullInAListOfARequestIsRefusedByItsConstructor(Class<? extends Record> type, RecordComponent component) {
        assertThatThrownBy(() -> with(type, component, Collections.singletonList(null))).cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(component.getName() + ": the element at index 0 is null");
    }

    @ParameterizedTest
    @MethodSource("otherLists")
    void nullInAListOfAResponseIsDropped(Class<? extends Record> type, RecordComponent component) throws Exception {
        assertThat(list(with(type, component, Collections.singletonList(null)), component)).isEmpty();
    }

    static Stream<Object[]> lists() {
        return ModelRecords.stream().flatMap(type -> Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .map(component -> new Object[] { type, component }));
    }

    static Stream<Object[]> requestLists() {
        return lists().filter(list -> TokenRequest.class.isAssignableFrom((Class<?>) list[0]));
    }

    static Stream<Object[]> otherLists() {
        return lists().filter(list -> !TokenRequest.class.isAssignableFrom((Class<?>) list[0]));
    }

    private static List<?> list(Record filled, RecordComponent component) throws Exception {
        return (List<?>) component.getAccessor().invoke(filled);
    }

    private static Record with(Class<? extends Record> type, RecordComponent changed, List<?> list) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Record filled = ModelRecords.filled(type);
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(changed.getName()) ? list : components[i].getAccessor().invoke(filled);
        }
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }
}

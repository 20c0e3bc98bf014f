package io.quarkiverse.authlete.model;

import java.io.File;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All records of the model package, found on disk so that none is forgotten, and filled instances of them. */
final class ModelRecords {

    private ModelRecords() {
    }

    static List<Class<? extends Record>> all() {
        try {
            String directory = ModelRecords.class.getPackageName().replace('.', '/');
            File classes = new File(new File(TokenRequest.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
                    directory);
            List<Class<? extends Record>> records = new ArrayList<>();
            for (String file : classes.list((dir, name) -> name.endsWith(".class"))) {
                Class<?> type = Class.forName(ModelRecords.class.getPackageName() + "." + file.replace(".class", ""));
                if (type.isRecord()) {
                    records.add(type.asSubclass(Record.class));
                }
            }
            return records;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Class<? extends Record>> stream() {
        return all().stream();
    }

    static Stream<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }

    /** The text that a filled instance has in a component of type {@code String} or list of {@code String}. */
    static String marker(Class<?> type, String component) {
        return "<" + type.getSimpleName() + "." + component + ">";
    }

    /** The markers in a filled instance, at any depth, by {@code Record.component}. */
    static Map<String, String> markers(Class<?> type) {
        Map<String, String> markers = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> element = elementType(component.getGenericType());
            if (element == String.class) {
                markers.put(type.getSimpleName() + "." + component.getName(), marker(type, component.getName()));
            } else if (element.isRecord()) {
                markers.putAll(markers(element));
            }
        }
        return markers;
    }

    /** An instance in which every component is set. */
    static <T> T filled(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object element = element(type, components[i], i);
            values[i] = components[i].getType() == List.class ? List.of(element) : element;
        }
        return newInstance(type, values);
    }

    /** An instance in which every component is absent. */
    static <T> T empty(Class<T> type) {
        Object[] values = Arrays.stream(type.getRecordComponents()).map(component -> {
            Class<?> primitive = component.getType();
            return primitive == long.class ? (Object) 0L
                    : primitive == int.class ? 0 : primitive == boolean.class ? false : null;
        }).toArray();
        return newInstance(type, values);
    }

    private static <T> T newInstance(Class<T> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object element(Class<?> owner, RecordComponent component, int index) {
        Class<?> type = elementType(component.getGenericType());
        if (type == String.class) {
            return marker(owner, component.getName());
        } else if (type == Long.class || type == long.class) {
            return 26888344961664L + index;
        } else if (type == Integer.class || type == int.class) {
            return 7 + index;
        } else if (type == Boolean.class || type == boolean.class) {
            return true;
        } else if (type == URI.class) {
            return URI.create("https://example.com/" + component.getName());
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return filled(type);
        }
        throw new IllegalStateException("No value for " + component);
    }

    private static Class<?> elementType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }
}

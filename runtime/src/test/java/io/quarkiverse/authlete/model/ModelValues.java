package io.quarkiverse.authlete.model;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All values of the model package, found on disk so that none is forgotten, and filled instances of them. */
final class ModelValues {

    private ModelValues() {
    }

    /** The types that have fields and a builder. */
    static Stream<Class<?>> withFields() {
        return classes().filter(type -> Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getDeclaredClasses()).anyMatch(nested -> nested.getSimpleName().equals("Builder")));
    }

    /** The types that are one text. */
    static Stream<Class<?>> open() {
        return classes().filter(type -> type.getSuperclass() == OpenValue.class);
    }

    private static Stream<Class<?>> classes() {
        try {
            String directory = ModelValues.class.getPackageName().replace('.', '/');
            File classes = new File(new File(TokenRequest.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
                    directory);
            return Arrays.stream(classes.list((dir, name) -> name.endsWith(".class") && !name.equals("package-info.class")))
                    .map(file -> load(ModelValues.class.getPackageName() + "." + file.replace(".class", "")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The accessors of the fields. */
    static List<Method> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName)).toList();
    }

    static Stream<String> names(Class<?> type) {
        return fields(type).stream().map(Method::getName);
    }

    /** The text that a filled instance has in a field of type {@code String} or list of {@code String}. */
    static String marker(Class<?> type, String field) {
        return "<" + type.getSimpleName() + "." + field + ">";
    }

    /** The markers in a filled instance, at any depth, by {@code Type.field}. */
    static Map<String, String> markers(Class<?> type) {
        Map<String, String> markers = new LinkedHashMap<>();
        for (Method field : fields(type)) {
            Class<?> element = elementType(field.getGenericReturnType());
            if (element == String.class || element.getSuperclass() == OpenValue.class) {
                markers.put(type.getSimpleName() + "." + field.getName(), marker(type, field.getName()));
            } else if (Modifier.isAbstract(element.getModifiers())) {
                markers.putAll(markers(element));
            }
        }
        return markers;
    }

    /** An instance in which every field is set. */
    static <T> T filled(Class<T> type) {
        return build(type, filledBuilder(type));
    }

    /** A builder in which every field is set. */
    static Object filledBuilder(Class<?> type) {
        Object builder = emptyBuilder(type);
        List<Method> fields = fields(type);
        for (int i = 0; i < fields.size(); i++) {
            Object element = element(type, fields.get(i), i);
            set(builder, fields.get(i), fields.get(i).getReturnType() == List.class ? List.of(element) : element);
        }
        return builder;
    }

    /** An instance in which no field is set. */
    static <T> T empty(Class<T> type) {
        return build(type, emptyBuilder(type));
    }

    private static Object emptyBuilder(Class<?> type) {
        try {
            Constructor<?> builder = load(type.getName() + "$Builder").getDeclaredConstructor();
            return builder.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    static void set(Object builder, Method field, Object value) {
        try {
            builder.getClass().getMethod(field.getName(), field.getReturnType()).invoke(builder, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    static Object get(Object value, Method field) {
        try {
            return field.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    static <T> T build(Class<T> type, Object builder) {
        try {
            return type.cast(builder.getClass().getMethod("build").invoke(builder));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object element(Class<?> owner, Method field, int index) {
        Class<?> type = elementType(field.getGenericReturnType());
        if (type == String.class) {
            return marker(owner, field.getName());
        } else if (type == Long.class || type == long.class) {
            return 26888344961664L + index;
        } else if (type == Integer.class || type == int.class) {
            return 7 + index;
        } else if (type == Boolean.class || type == boolean.class) {
            return true;
        } else if (type == URI.class) {
            return URI.create("https://example.com/" + field.getName());
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.getSuperclass() == OpenValue.class) {
            return open(type, marker(owner, field.getName()));
        }
        return filled(type);
    }

    static Object open(Class<?> type, String value) {
        try {
            return type.getMethod("of", String.class).invoke(null, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Class<?> elementType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }
}

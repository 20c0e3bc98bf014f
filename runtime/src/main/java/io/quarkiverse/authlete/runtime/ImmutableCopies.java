package io.quarkiverse.authlete.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The copies that values have of the collections they are built with; the generated builders call these. */
public final class ImmutableCopies {

    private ImmutableCopies() {
    }

    /**
     * @return a copy that can't be changed; {@code null} if there is no list
     * @throws IllegalArgumentException if there is a {@code null} in the list
     */
    public static <T> @Nullable List<T> immutableCopyOf(@Nullable List<? extends T> list) {
        if (list == null) {
            return null;
        }
        try {
            return List.copyOf(list);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException("The element at index " + list.indexOf(null) + " is null");
        }
    }

    /** A copy that can't be changed; {@code null} if there is no set. */
    public static <T> @Nullable Set<T> immutableCopyOf(@Nullable Set<? extends T> set) {
        return set == null ? null : Set.copyOf(set);
    }

    /** A copy that can't be changed, in the same order; {@code null} if there is no map. */
    public static <K, V extends @Nullable Object> @Nullable Map<K, V> immutableCopyOf(@Nullable Map<K, V> map) {
        return map == null ? null
                : Collections.unmodifiableMap(
                        map instanceof SortedMap<K, V> sorted ? new TreeMap<>(sorted) : new LinkedHashMap<>(map));
    }

    /** What is no collection is immutable itself. */
    public static <T> @Nullable T immutableCopyOf(@Nullable T value) {
        return value;
    }
}

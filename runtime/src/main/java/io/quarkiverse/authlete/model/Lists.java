package io.quarkiverse.authlete.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Immutable copies of the lists in requests and responses. */
final class Lists {

    private Lists() {
    }

    /** For a request: an absent list stays absent, an empty one stays empty, a {@code null} in it is refused. */
    static <T> List<T> strict(String field, Collection<? extends T> list) {
        if (list == null) {
            return null;
        }
        int index = 0;
        for (T element : list) {
            if (element == null) {
                throw new IllegalArgumentException(field + ": the element at index " + index + " is null");
            }
            index++;
        }
        return List.copyOf(list);
    }

    /** For a response: an absent list becomes an empty one. */
    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : orNull(list);
    }

    /** For a response: an absent list stays absent. A {@code null} in a list is no reason to lose the whole response. */
    static <T> List<T> orNull(List<T> list) {
        if (list == null) {
            return null;
        }
        for (T element : list) {
            if (element == null) {
                return list.stream().filter(Objects::nonNull).toList();
            }
        }
        return List.copyOf(list);
    }
}

package io.quarkiverse.authlete.runtime.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The names of one object after the other, all at the same level. The names of the object before are expected again. */
final class ObjectNames {

    private static final int FEW = 32;

    final ObjectNames parent;
    private ObjectNames child;
    /** The first {@link #known} are different from each other, whether this object has them already or not. */
    private final String[] few = new String[FEW];
    /** The same as bytes; made for the second object. */
    private SerializableString[] expected;
    private int known;
    private int count;
    private Set<String> many;

    /** @param parent the names of the object around, {@code null} if there is none */
    ObjectNames(ObjectNames parent) {
        this.parent = parent;
    }

    /** @return for an object that starts in this one */
    ObjectNames child() {
        if (child == null) {
            child = new ObjectNames(this);
        }
        child.count = 0;
        child.many = null;
        return child;
    }

    /** @return the name that comes next if this object is like the one before, {@code null} if there is none */
    SerializableString expected() {
        if (count >= known) {
            return null;
        }
        if (expected == null) {
            expected = new SerializableString[FEW];
        }
        if (expected[count] == null) {
            expected[count] = new SerializedString(few[count]);
        }
        return expected[count];
    }

    /** This object has the expected name, too. */
    void addExpected() {
        count++;
    }

    /** @return whether the name is new */
    boolean add(String name) {
        if (many != null) {
            return many.add(name);
        }
        if (count < known && few[count].equals(name)) {
            count++;
            return true;
        }
        for (int i = 0; i < count; i++) {
            // The parser has one object for the same name, but not always.
            if (few[i] == name || few[i].hashCode() == name.hashCode() && few[i].equals(name)) {
                return false;
            }
        }
        if (count == FEW) {
            many = new HashSet<>(Arrays.asList(few));
            return many.add(name);
        }
        few[count] = name;
        if (expected != null) {
            expected[count] = null;
        }
        known = ++count;
        return true;
    }
}

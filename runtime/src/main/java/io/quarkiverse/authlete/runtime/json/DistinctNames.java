package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/**
 * Refuses an object that has the same name twice (RFC 8259, 4): readers disagree on which of them counts, so another one may
 * have seen another answer. Jackson can do this too, with a set of names for each object; in a long list, this was a fifth of
 * what reading it allocated. Here the objects at one level share an array, as long as they are not large.
 */
public final class DistinctNames extends JsonParserDelegate {

    private ObjectNames names;

    /** @param parser reads the JSON */
    public DistinctNames(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            if (!names.add(delegate.currentName())) {
                throw new JsonParseException(this, "The same name twice");
            }
        } else if (token == JsonToken.START_OBJECT) {
            names = names == null ? new ObjectNames(null) : names.child();
        } else if (token == JsonToken.END_OBJECT && names.parent != null) {
            names = names.parent;
        }
        return token;
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (currentToken() == null || !currentToken().isStructStart()) {
            return this;
        }
        for (int open = 1; open > 0;) {
            JsonToken token = nextToken();
            if (token == null) {
                break;
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return this;
    }

    /** The names of one object after the other, all at the same level. */
    private static final class ObjectNames {

        private static final int FEW = 32;

        private final ObjectNames parent;
        private ObjectNames child;
        private final String[] few = new String[FEW];
        private int count;
        private Set<String> many;

        ObjectNames(ObjectNames parent) {
            this.parent = parent;
        }

        ObjectNames child() {
            if (child == null) {
                child = new ObjectNames(this);
            }
            child.count = 0;
            child.many = null;
            return child;
        }

        /** @return whether the name is new */
        boolean add(String name) {
            if (many != null) {
                return many.add(name);
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
            few[count++] = name;
            return true;
        }
    }
}

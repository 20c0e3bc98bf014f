package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/**
 * Refuses an object that has the same name twice (RFC 8259, 4): readers disagree on which of them counts, so another one may
 * have seen another answer. Jackson can do this too, with a set of names for each object; in a long list, this was a fifth of
 * what reading it allocated. Here the objects at one level share an array, as long as they are not large. The entries of a
 * list mostly have the names of the entry before, in the same order: such names are compared as bytes, and known to differ.
 */
public class DistinctNames extends JsonParserDelegate {

    private ObjectNames names;
    private String outermost;
    private long seen;

    /** @param parser reads the JSON, and counts its tokens because their number is limited */
    public DistinctNames(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        return checked(delegate.nextToken());
    }

    @Override
    public String nextFieldName() throws IOException {
        SerializableString expected = names == null ? null : names.expected();
        if (expected == null) {
            return nextToken() == JsonToken.FIELD_NAME ? delegate.currentName() : null;
        }
        if (delegate.nextFieldName(expected)) {
            seen++;
            names.addExpected();
            return expected.getValue();
        }
        return checked(delegate.currentToken()) == JsonToken.FIELD_NAME ? delegate.currentName() : null;
    }

    @Override
    public String nextTextValue() throws IOException {
        String text = delegate.nextTextValue();
        if (text == null || outermost != null) {
            checked(delegate.currentToken());
        } else {
            seen++;
        }
        return text;
    }

    @Override
    public long nextLongValue(long otherwise) throws IOException {
        long number = delegate.nextLongValue(otherwise);
        checked(delegate.currentToken());
        return number;
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

    /**
     * Called when the value of a member of the outermost object has begun.
     *
     * @param value the first token of its value
     */
    protected void member(String name, JsonToken value) throws IOException {
    }

    private JsonToken checked(JsonToken token) throws IOException {
        if (token == null) {
            refuseBypass();
            return null;
        }
        seen++;
        if (outermost != null) {
            member(outermost, token);
            outermost = null;
        }
        if (token == JsonToken.FIELD_NAME) {
            if (!names.add(delegate.currentName())) {
                throw new JsonParseException(this, "The same name twice");
            }
            outermost = names.parent == null ? delegate.currentName() : null;
        } else if (token == JsonToken.START_OBJECT) {
            names = names == null ? new ObjectNames(null) : names.child();
        } else if (token == JsonToken.END_OBJECT && names.parent != null) {
            names = names.parent;
        }
        return token;
    }

    /** At the end: a version of Jackson that reads by other methods would pass this check by, and nobody would notice. */
    private void refuseBypass() {
        if (delegate.currentTokenCount() != seen) {
            throw new IllegalStateException("Of " + delegate.currentTokenCount() + " tokens, " + seen
                    + " were checked: this version of Jackson reads JSON in a way that is not known here");
        }
    }
}

package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads the answer to an operation, and notes what it says of the success of the operation. Every answer is read in the same
 * way here, whether its operation is documented to have an action or a result or not.
 */
public final class AnswerParser extends DistinctNames {

    private final Set<String> content;
    private boolean hasContent;
    private String action;
    private String resultCode;
    private String resultMessage;

    /** @param content the members of which an answer must have one, or it tells nothing */
    public AnswerParser(JsonParser parser, Set<String> content) {
        super(parser);
        this.content = content;
        this.hasContent = content.isEmpty();
    }

    @Override
    protected void member(String name, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        hasContent |= content.contains(name);
        if (value.isScalarValue()) {
            switch (name) {
                case "action" -> action = getText();
                case "resultCode" -> resultCode = getText();
                case "resultMessage" -> resultMessage = getText();
                default -> {
                    // Says nothing of success.
                }
            }
        }
    }

    /** @return whether one of the members that an answer must have is there */
    public boolean hasContent() {
        return hasContent;
    }

    /** @return the action, {@code null} if there is none */
    public String action() {
        return action;
    }

    /** @return the result code; a JSON number is read as text; {@code null} if there is none */
    public String resultCode() {
        return resultCode;
    }

    /** @return the result message, {@code null} if there is none */
    public String resultMessage() {
        return resultMessage;
    }
}

package io.quarkiverse.authlete.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The JSON of the client. It is the client's own, so that no setting of the application's {@code ObjectMapper} changes what is
 * sent or what can be read. It looks for no modules on the class path for the same reason.
 */
public final class TokenJson {

    /** The deepest body of the API has six levels; deeper ones come from fields that are ignored, or from an attacker. */
    private static final int MAX_NESTING_DEPTH = 100;

    private TokenJson() {
    }

    /** @return a new mapper; making one is expensive, so the caller keeps it */
    public static ObjectMapper newMapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING_DEPTH).build())
                // a piece of the body in an exception's message could be a token
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                // the API gains fields and enum values over time
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // what follows the answer makes it doubtful
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // a numeric result code is read as text
                .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}

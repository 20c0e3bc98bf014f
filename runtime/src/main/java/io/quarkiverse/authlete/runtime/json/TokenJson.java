package io.quarkiverse.authlete.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.quarkiverse.authlete.model.AccessToken;

/**
 * The JSON of the client. It is the client's own, so that no setting of the application's {@code ObjectMapper} changes what is
 * sent or what can be read. It looks for no modules on the class path for the same reason.
 */
public final class TokenJson {

    /** The deepest body of the API has six levels; deeper ones come from fields that are ignored, or from an attacker. */
    private static final int MAX_NESTING_DEPTH = 100;

    /** Names of fields are kept for the next answer, up to 6000 of them; those of the API have at most 30 characters. */
    private static final int MAX_NAME_LENGTH = 1000;

    /**
     * Objects take more memory than their JSON, the more the smaller they are. In answers of the API it is 10 bytes or more.
     */
    private static final int MIN_BYTES_PER_TOKEN = 4;

    private TokenJson() {
    }

    /** @return writes requests; there is only one */
    public static ObjectWriter requestWriter() {
        return Requests.WRITER;
    }

    /** @return a new mapper; making one is expensive, so the caller keeps it */
    public static ObjectMapper newMapper() {
        return newMapper(Integer.MAX_VALUE, true);
    }

    /**
     * @return a new mapper that does not look for names that are there twice: {@link DistinctNames} does it quicker. Making
     *         one is expensive, so the caller keeps it.
     */
    public static ObjectMapper newMapperForDistinctNames(long maxBytes) {
        return newMapper(maxBytes, false);
    }

    private static ObjectMapper newMapper(long maxBytes, boolean detectDuplicates) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(maxBytes)
                        .maxTokenCount(Math.max(1, maxBytes / MIN_BYTES_PER_TOKEN))
                        .maxNestingDepth(MAX_NESTING_DEPTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                // the JVM would keep names that a server has made up
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // RFC 8259, 4: readers disagree on which of them counts, so another one may have seen another answer
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, detectDuplicates)
                // a piece of the body in an exception's message could be a token
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .annotationIntrospector(new ReadsTokensByHand())
                .addModule(new SimpleModule().addDeserializer(AccessToken.class, new AccessTokenDeserializer()))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                // the classes of an operation that is never called need no reader
                .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
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

    /** For a class whose annotations name a builder, Jackson does not ask for another deserializer. */
    private static final class ReadsTokensByHand extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Class<?> findPOJOBuilder(AnnotatedClass type) {
            return type.getRawType() == AccessToken.class ? null : super.findPOJOBuilder(type);
        }
    }

    /** Made by the first request, as a mapper takes its time; in a native executable, by the build. */
    private static final class Requests {

        static final ObjectWriter WRITER = newMapper().writer();
    }
}

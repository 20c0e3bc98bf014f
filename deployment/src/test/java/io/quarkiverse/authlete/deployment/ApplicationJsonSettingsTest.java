package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** Settings of the application's {@code ObjectMapper} change nothing of what goes over the wire. */
class ApplicationJsonSettingsTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Customizer.class));

    @Inject
    TokenOperations tokens;

    @Inject
    ObjectMapper applicationMapper;

    @Test
    void requestsAndAnswersAreThoseOfTheApi() {
        AuthleteStub stub = AuthleteStub.get().reset().answerJson(200, """
                {"action":"OK","accessTokenExpiresAt":1642048149000,"tokenType":"Bearer","notYetKnown":{"a":[1]}}""");

        TokenUpdateResponse updated = tokens.update(TokenUpdateRequest.accessTokenHash("h").scopes().build());

        assertThat(stub.onlyRequest().getBodyAsString()).isEqualTo("{\"accessTokenHash\":\"h\",\"scopes\":[]}");
        assertThat(updated.accessTokenExpiresAt()).isEqualTo(1642048149000L);
        assertThat(updated.tokenType()).isEqualTo("Bearer");
        assertThat(applicationMapper.getPropertyNamingStrategy()).isEqualTo(PropertyNamingStrategies.SNAKE_CASE);
    }

    @Singleton
    static class Customizer implements ObjectMapperCustomizer {

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
            mapper.setSerializationInclusion(JsonInclude.Include.NON_EMPTY);
            mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        }
    }
}

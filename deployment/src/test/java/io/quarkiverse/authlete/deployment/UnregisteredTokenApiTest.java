package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Code that the build has not seen is told why there is no REST client. */
class UnregisteredTokenApiTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class));

    @Test
    void aMessageTellsWhatToDo() throws Exception {
        Class<?> api = Class.forName("io.quarkiverse.authlete.rest.TokenApi");

        assertThatThrownBy(() -> RestClientBuilder.newBuilder().baseUri(URI.create("http://localhost")).build(api))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("found no class that names it")
                .hasMessageContaining("quarkus.index-dependency");
    }
}

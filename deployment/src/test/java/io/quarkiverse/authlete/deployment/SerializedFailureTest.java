package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** Failures go through serialization, as exceptions of jobs and of remote calls do. */
class SerializedFailureTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @BeforeEach
    void reset() {
        AuthleteStub.get().reset();
    }

    @Test
    void withAllThatIsKnown() throws Exception {
        AuthleteStub.get().answer(aResponse().withStatus(400).withHeader("X-Many", "a", "b")
                .withBody("{\"resultCode\":\"A001202\",\"resultMessage\":\"no\"}"));
        assertSame(() -> tokens.list(TokenListRequest.all()));
        assertSame(() -> api.delete("1000", "token", Map.of()).await().atMost(Duration.ofMinutes(1)));
        AuthleteStub.get().reset().answer(aResponse().withStatus(200).withBody("no JSON"));
        assertSame(() -> tokens.list(TokenListRequest.all()));
        AuthleteStub.get().reset().answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertSame(() -> tokens.list(TokenListRequest.all()));
        assertSame(() -> tokens.delete(""));
    }

    @Test
    void headersAreFoundInAnyCaseAndCannotBeChanged() {
        AuthleteStub.get().answer(aResponse().withStatus(400).withHeader("X-Many", "a", "b"));
        for (AuthleteException failure : List.of(
                catchThrowableOfType(AuthleteException.class, () -> tokens.list(TokenListRequest.all())),
                catchThrowableOfType(AuthleteException.class,
                        () -> api.delete("1000", "token", Map.of()).await().atMost(Duration.ofMinutes(1))))) {
            List<String> values = failure.headers().get("x-MANY");
            assertThat(values).containsExactly("a", "b");
            assertThatThrownBy(() -> values.add("c")).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static void assertSame(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) throws Exception {
        AuthleteException failure = catchThrowableOfType(AuthleteException.class, call);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
                return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
            }
        }) {
            AuthleteException read = (AuthleteException) in.readObject();
            assertThat(read).isExactlyInstanceOf(failure.getClass()).hasMessage(failure.getMessage());
            assertThat(read.call()).isEqualTo(failure.call());
        }
    }
}

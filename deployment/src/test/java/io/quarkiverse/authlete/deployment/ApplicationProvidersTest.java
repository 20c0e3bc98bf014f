package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** What an application registers for its REST clients neither sees nor breaks the calls to Authlete, and vice versa. */
class ApplicationProvidersTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication().withServer())
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, OtherClient.class, ThrowingRequestFilter.class,
                    RedirectingRequestFilter.class, AbortingRequestFilter.class, ThrowingResponseFilter.class,
                    GreedyExceptionMapper.class, ThrowingReader.class, ThrowingWriter.class, ThrowingInterceptor.class))
            .overrideRuntimeConfigKey("quarkus.rest-client.other.url", "http://localhost:${authlete.stub.port}");

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @RestClient
    OtherClient other;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void aCallSucceeds() {
        stub.answerJson(200, AuthleteStub.CREATED);

        assertThat(tokens.create(CREATE).accessToken()).isEqualTo("new-token");
        assertThat(api.create("1", CREATE, null).await().indefinitely().accessToken()).isEqualTo("new-token");
    }

    @Test
    void anErrorStaysOurs() {
        stub.answerJson(403, "{\"resultCode\":\"A001215\",\"resultMessage\":\"locked\"}");

        assertThat(catchThrowableOfType(AuthleteResultException.class, () -> tokens.create(CREATE)).resultCode())
                .contains("A001215");
        assertThat(catchThrowableOfType(AuthleteResultException.class,
                () -> api.create("1", CREATE, null).await().indefinitely()).resultCode()).isEqualTo("A001215");
    }

    @Test
    void otherRestClientsKeepTheirProvidersAndGetNoneOfOurs() {
        stub.answer(200, "text/plain", "hello");

        assertThatThrownBy(() -> other.get()).isInstanceOf(IllegalStateException.class);
        assertThat(stub.requests()).isEmpty();
    }

    @Path("/other")
    @RegisterRestClient(configKey = "other")
    interface OtherClient {

        @GET
        String get();
    }

    @Provider
    @Priority(10)
    public static class ThrowingRequestFilter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            throw new IllegalStateException("throws for everything");
        }
    }

    @Provider
    @Priority(Integer.MAX_VALUE)
    public static class RedirectingRequestFilter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.setUri(URI.create("http://localhost:1/elsewhere"));
            request.getHeaders().remove("Authorization");
        }
    }

    @Provider
    public static class AbortingRequestFilter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.abortWith(Response.ok("aborted").build());
        }
    }

    @Provider
    public static class ThrowingResponseFilter implements ClientResponseFilter {
        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            throw new IllegalStateException("response filter");
        }
    }

    @Provider
    @Priority(1)
    public static class GreedyExceptionMapper implements ResponseExceptionMapper<IllegalStateException> {
        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return true;
        }

        @Override
        public IllegalStateException toThrowable(Response response) {
            return new IllegalStateException("mapped");
        }
    }

    @Provider
    @Priority(1)
    public static class ThrowingReader implements MessageBodyReader<Object> {
        @Override
        public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                MultivaluedMap<String, String> headers, InputStream body) {
            throw new IllegalStateException("reader");
        }
    }

    @Provider
    @Priority(1)
    public static class ThrowingWriter implements MessageBodyWriter<Object> {
        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public void writeTo(Object entity, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                MultivaluedMap<String, Object> headers, OutputStream body) {
            throw new IllegalStateException("writer");
        }
    }

    @Provider
    public static class ThrowingInterceptor implements ReaderInterceptor {
        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            throw new IOException("interceptor");
        }
    }
}

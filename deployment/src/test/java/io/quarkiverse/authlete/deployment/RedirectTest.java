package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** A redirect is an error, also when the application follows redirects: nothing goes to the other server. */
class RedirectTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub
            .start(new TestApplication(), "stub.here", "stub.elsewhere")
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .service(null, "http://localhost:${stub.here}")
            .overrideRuntimeConfigKey("quarkus.rest-client.follow-redirects", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.follow-redirects", "true");

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void nothingIsSentToTheOtherServer(int status) {
        AuthleteStub elsewhere = AuthleteStub.get("stub.elsewhere").reset().answerJson(200, "{}");
        AuthleteStub.get("stub.here").reset().answer(aResponse().withStatus(status)
                .withHeader("Location", "http://localhost:" + System.getProperty("stub.elsewhere") + "/stolen"));

        AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class,
                () -> tokens.list(TokenListRequest.all()));
        AuthleteHttpException rawFailure = catchThrowableOfType(AuthleteHttpException.class,
                () -> api.list("1", null, null, null, null, null, null).await().indefinitely());

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(rawFailure.status()).isEqualTo(status);
        assertThat(elsewhere.requests()).isEmpty();
    }
}

package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** An answer is read whatever {@code Content-Type} it claims, and even if nobody can read that. */
class ContentTypeTest extends FaultTest {

    private static final List<String> VALUES = List.of("nonsense", "", " ", "json", ";", "/", "application/", "/json", "a/b/c",
            "application/json;", "application/json; charset", "application/json; charset=", "application/json; charset=\"",
            "application/json; charset=utf-99", "application/json; =;=", "application/json, text/html", "\u00e9/\u00e9",
            "\u00a0", "*", "*/json", "text/html", "multipart/form-data", "Multipart/Form-Data; boundary=x", "multipart/mixed",
            "application/x-www-form-urlencoded", "text/event-stream", "x".repeat(5000));

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL);

    @Inject
    @RestClient
    TokenApi api;

    /** One header each, and some of them twice. */
    static Stream<Arguments> headers() {
        return Stream.concat(VALUES.stream().map(value -> new String[] { "Content-Type: " + value }),
                Stream.of(new String[] { "Content-Type: nonsense", "Content-Type: application/json" },
                        new String[] { "Content-Type: application/json", "content-type: nonsense" },
                        new String[] { "Content-Type:", "Content-Type:" }))
                .map(headers -> Arguments.of((Object) headers));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aSuccessIsRead(String[] headers) {
        server.startAnew(FaultScript.onRequest(
                (request, connection) -> connection.answer("200 OK", Answers.goodFor(request), headers)));

        for (Call call : Call.values()) {
            call.make(tokens);
        }
        assertThat(api.create("1", TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build(), null)
                .await().atMost(Duration.ofMinutes(1)).accessToken()).isEqualTo("new-token");
        assertThat(server.requests()).hasSize(Call.values().length + 1);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void anErrorIsRead(String[] headers) {
        server.startAnew(FaultScript.answer("400 Bad Request", "{\"resultCode\":\"A001201\"}", headers));

        for (Call call : Call.values()) {
            AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> call.make(tokens));

            assertThat(failure).as("%s %s", call, Arrays.toString(headers)).isInstanceOf(AuthleteResultException.class);
            assertThat(failure.resultCode()).isEqualTo("A001201");
            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        }
        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> api.delete("1", "x", null).await().atMost(Duration.ofMinutes(1)));
        assertThat(failure.resultCode()).isEqualTo("A001201");
    }
}

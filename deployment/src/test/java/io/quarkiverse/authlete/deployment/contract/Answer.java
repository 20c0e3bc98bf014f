package io.quarkiverse.authlete.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What came back over HTTP. Members are named by JSON pointers: {@code /accessTokens/0/subject}. */
record Answer(HttpResponse<String> http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return http.statusCode();
    }

    String body() {
        return http.body();
    }

    /** @return null if there is no such header */
    String header(String name) {
        return http.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
        try {
            return JSON.readTree(http.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** @return null if the member is absent or null */
    String text(String pointer) {
        return at(pointer).asText(null);
    }

    long number(String pointer) {
        JsonNode node = at(pointer);
        assertThat(node.isIntegralNumber()).as(pointer + " in " + body()).isTrue();
        return node.longValue();
    }

    boolean isNullOrAbsent(String pointer) {
        return at(pointer).isMissingNode() || at(pointer).isNull();
    }

    /** An HTTP status with a result code. */
    Answer is(int status, String resultCode) {
        assertThat(http.statusCode()).as(body()).isEqualTo(status);
        assertThat(text("/resultCode")).as(body()).isEqualTo(resultCode);
        return this;
    }

    /** HTTP status 200 with an action and a result code. */
    Answer is(String action, String resultCode) {
        is(200, resultCode);
        assertThat(text("/action")).as(body()).isEqualTo(action);
        return this;
    }

    /** HTTP status 200, with the action OK if it is one of the answers that have an action. */
    Answer isSuccess() {
        assertThat(http.statusCode()).as(body()).isEqualTo(200);
        assertThat(at("/action").asText("OK")).as(body()).isEqualTo("OK");
        return this;
    }
}

package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/** What counts as a success, of all that comes with a success status. */
class TokenResponseReaderTest {

    private static final TokenResponseReader READER = new TokenResponseReader(
            new FailureFactory("eu", "host", InstantSource.system()), 1024 * 1024);

    /** An answer of each kind in which nothing is wrong, without its last brace. */
    enum Answer {
        LIST(TokenOperation.LIST, TokenListResponse.class, "{\"totalCount\":0"),
        CREATE(TokenOperation.CREATE, TokenCreateResponse.class, "{\"action\":\"OK\",\"accessToken\":\"issued-token\""),
        BATCH(TokenOperation.CREATE_BATCH, TokenBatchResponse.class, "{\"requestId\":\"b\""),
        BATCH_STATUS(TokenOperation.BATCH_STATUS, TokenBatchStatusResponse.class, "{\"status\":{\"tokenCount\":1}"),
        UPDATE(TokenOperation.UPDATE, TokenUpdateResponse.class, "{\"action\":\"OK\",\"accessToken\":\"issued-token\""),
        DELETE(TokenOperation.DELETE, Void.class, "{\"new\":1"),
        REVOKE(TokenOperation.REVOKE, TokenRevokeResponse.class, "{\"count\":1");

        final TokenOperation operation;
        final Class<?> type;
        final String good;

        Answer(TokenOperation operation, Class<?> type, String good) {
            this.operation = operation;
            this.type = type;
            this.good = good;
        }

        Object read(String body) {
            return READER.read(type, () -> new RequestInfo(operation, false, Set.of("secret-token")), 201, Map::of,
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        }

        AuthleteException failure(String body) {
            AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> read(body));
            assertThat(failure).as("%s %s", this, body).isNotNull();
            assertThat(failure.outcome()).as("%s %s", this, body).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.status()).isEqualTo(201);
            return failure;
        }
    }

    static Stream<Answer> answers() {
        return Stream.of(Answer.values());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aResultCodeOfASuccess(Answer answer) {
        for (String code : List.of("\"A109001\"", "\"A312001\"", "\"A161001\"", "\"A109401\"")) {
            assertThat(answer.read(answer.good + ",\"resultCode\":" + code + "}")).as(code).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aResultCodeOfAFailure(Answer answer) {
        for (char kind : "12356789".toCharArray()) {
            String code = "A001" + kind + "02";

            AuthleteException failure = answer.failure(answer.good + ",\"resultCode\":\"" + code
                    + "\",\"resultMessage\":\"[" + code + "] no secret-token, issued-token\"}");

            assertThat(failure).isInstanceOf(AuthleteUnreadableResponseException.class)
                    .hasMessageContaining("says that the operation failed: [" + code + "] no ***");
            assertThat(failure.getMessage()).doesNotContain("secret-token");
            assertThat(failure.resultCode()).isEqualTo(code);
            assertThat(failure.resultMessage()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothingButAResultOfAFailure(Answer answer) {
        AuthleteException failure = answer.failure("{\"resultCode\":\"A001202\",\"resultMessage\":\"why\"}");

        assertThat(failure.resultCode()).isEqualTo("A001202");
        assertThat(failure).hasMessageContaining("[A001202] why");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anActionThatIsNotOk(Answer answer) {
        if (answer == Answer.CREATE || answer == Answer.UPDATE) {
            assertThat(answer.failure("{\"action\":\"INTERNAL_SERVER_ERROR\",\"resultCode\":\"A001101\"}"))
                    .isInstanceOf(AuthleteActionException.class);
            return;
        }
        for (String action : List.of("BAD_REQUEST", "INTERNAL_SERVER_ERROR", "SOMETHING_NEW")) {
            assertThat(answer.failure(answer.good + ",\"action\":\"" + action + "\",\"resultCode\":\"A109001\"}"))
                    .isInstanceOf(AuthleteUnreadableResponseException.class)
                    .hasMessageContaining("says that the operation failed");
        }
        assertThat(answer.read(answer.good + ",\"action\":\"OK\",\"resultCode\":\"A109001\"}")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothingAtAll(Answer answer) {
        for (String body : List.of("{}", "null", "[]", "[{}]", "\"\"", "0", "true", "", " ", "<html>OK</html>", "OK",
                "{\"new\":1}", "{\"new\":{\"count\":1,\"totalCount\":1,\"resultCode\":\"A109001\",\"action\":\"OK\"}}",
                "[" + answer.good + "}]")) {
            answer.failure(body);
        }
    }

    @Test
    void aListWithoutCountOrWithoutTokens() {
        assertThat(((TokenListResponse) Answer.LIST.read("{\"accessTokens\":[]}")).totalCount()).isNull();
        assertThat(((TokenListResponse) Answer.LIST.read("{\"accessTokens\":[{}],\"totalCount\":null}")).accessTokens())
                .hasSize(1);
        assertThat(((TokenListResponse) Answer.LIST.read("{\"totalCount\":7,\"accessTokens\":null}")).totalCount())
                .isEqualTo(7);
        assertThat(Answer.LIST.failure("{\"start\":0,\"end\":20,\"totalCount\":null,\"accessTokens\":null}"))
                .hasMessageContaining("The answer has no accessTokens and no totalCount");
    }

    @Test
    void aRevocationWithoutCount() {
        assertThat(Answer.REVOKE.failure("{\"resultCode\":\"A312001\",\"resultMessage\":\"x\",\"count\":null}"))
                .hasMessageContaining("The answer has no count: [A312001] x");
    }

    @ParameterizedTest
    @CsvSource({ "2147483648,2147483648", "9223372036854775807,9223372036854775807", "'\"3000000000\"',3000000000",
            "3e9,3000000000", "3000000000.0,3000000000" })
    void aCountOfAnySize(String json, long count) {
        assertThat(((TokenRevokeResponse) Answer.REVOKE.read("{\"count\":" + json + "}")).count()).isEqualTo(count);
        assertThat(((TokenListResponse) Answer.LIST.read("{\"totalCount\":" + json + "}")).totalCount()).isEqualTo(count);
        assertThat(((TokenBatchStatusResponse) Answer.BATCH_STATUS.read("{\"status\":{\"tokenCount\":" + json + "}}"))
                .status().tokenCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "9223372036854775808", "-1", "1e30", "{}", "[1]", "\"many\"" })
    void aCountThatIsNone(String json) {
        Answer.REVOKE.failure("{\"count\":" + json + "}");
        Answer.LIST.failure("{\"totalCount\":" + json + "}");
        Answer.BATCH_STATUS.failure("{\"status\":{\"tokenCount\":" + json + "}}");
    }

    @Test
    void aResultCodeThatIsANumber() {
        assertThat(((TokenRevokeResponse) Answer.REVOKE.read("{\"resultCode\":200,\"count\":1}")).resultCode())
                .isEqualTo("200");
        assertThat(Answer.REVOKE.failure("{\"resultCode\":404,\"resultMessage\":\"\"}").resultCode()).isEqualTo("404");
        Answer.DELETE.failure("{\"resultCode\":404,\"resultMessage\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"resultCode\":\"A1\"}", "{\"resultCode\":null}", "{\"resultMessage\":\"[A161001] done\"}",
            "{\"resultCode\":\"a161001\"}", "{\"resultCode\":[\"A161001\"]}", "{\"resultCode\":\"A161001\"}{}" })
    void aDeleteWithoutAResultOfASuccess(String body) {
        Answer.DELETE.failure(body);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"status\":null}", "{\"status\":\"\"}", "{\"status\":1}", "{\"status\":[]}" })
    void aBatchWithoutStatus(String body) {
        Answer.BATCH_STATUS.failure(body);
    }

    @Test
    void anUpdateThatKeepsTheNewValueToItself() {
        String body = "{\"action\":\"OK\",\"scopes\":[\"a\"]}";

        assertThat(Answer.UPDATE.failure(body)).hasMessageContaining("does not have the new value");
        assertThat(READER.read(TokenUpdateResponse.class, () -> new RequestInfo(TokenOperation.UPDATE, true, Set.of()), 200,
                Map::of, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))).isNotNull();
    }
}

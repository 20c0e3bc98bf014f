package io.quarkiverse.authlete.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/** Whatever the body of a success is, it is read as a sound answer or is one of two failures that don't quote it. */
class TokenResponseReaderFuzzTest {

    private static final String SECRET = "a-secret-of-the-request";
    private static final Map<Class<?>, TokenOperation> ANSWERS = new LinkedHashMap<>(Map.of(
            TokenListResponse.class, TokenOperation.LIST, TokenCreateResponse.class, TokenOperation.CREATE,
            TokenBatchResponse.class, TokenOperation.CREATE_BATCH, TokenBatchStatusResponse.class, TokenOperation.BATCH_STATUS,
            TokenUpdateResponse.class, TokenOperation.UPDATE, TokenRevokeResponse.class, TokenOperation.REVOKE, Void.class,
            TokenOperation.DELETE));
    private static final TokenResponseReader READER = new TokenResponseReader(
            new FailureFactory("eu", "host", InstantSource.system()), 1024 * 1024);

    @FuzzTest
    void answers(byte[] body) {
        ANSWERS.forEach((type, operation) -> read(type, operation, body));
    }

    private static void read(Class<?> type, TokenOperation operation, byte[] body) {
        Object answer;
        try {
            answer = READER.read(type, () -> new RequestInfo(operation, false, Set.of(SECRET)), 200, Map::of,
                    new ByteArrayInputStream(body));
        } catch (AuthleteException failure) {
            checkFailure(failure, body);
            return;
        }
        assertThat(answer).isInstanceOf(type == Void.class ? ErrorBody.class : type);
        checkSuccess(answer);
    }

    private static void checkFailure(AuthleteException failure, byte[] body) {
        assertThat(failure).isInstanceOfAny(AuthleteActionException.class, AuthleteUnreadableResponseException.class);
        assertThat(failure.outcome()).isNotEqualTo(Outcome.NOT_SENT);
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain(SECRET);
        if (failure instanceof AuthleteUnreadableResponseException) {
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.getCause()).isNull();
            String quoted = new String(body, StandardCharsets.ISO_8859_1);
            assertThat(quoted.length() < 30 || !text.toString().contains(quoted.substring(0, 30))).isTrue();
        } else {
            assertThat(failure.getMessage()).hasSizeLessThan(4000).doesNotContainPattern("[\\p{Cntrl}]");
        }
    }

    private static void checkSuccess(Object answer) {
        assertThat(answer.toString()).isNotNull();
        if (answer instanceof TokenCreateResponse created) {
            assertThat(created.action()).isEqualTo(ResponseAction.OK);
            assertThat(created.accessToken() != null || created.jwtAccessToken() != null).isTrue();
            assertThat(created.scopes()).doesNotContainNull();
            created.accessTokenExpiry();
            created.accessTokenLifetime();
        } else if (answer instanceof TokenUpdateResponse updated) {
            assertThat(updated.action()).isEqualTo(ResponseAction.OK);
            updated.accessTokenExpiry();
            updated.refreshTokenExpiry();
        } else if (answer instanceof TokenListResponse list) {
            assertThat(list.totalCount() == null || list.totalCount() >= 0).isTrue();
            assertThat(list.accessTokens()).doesNotContainNull().allSatisfy(token -> {
                token.accessTokenExpiry();
                token.creationTime();
                token.lastRefresh();
            });
        } else if (answer instanceof TokenBatchStatusResponse batch) {
            assertThat(batch.status().tokenCount()).satisfiesAnyOf(count -> assertThat(count).isNull(),
                    count -> assertThat(count).isNotNegative());
            batch.status().creationTime();
            batch.status().modificationTime();
        } else if (answer instanceof TokenRevokeResponse revoked) {
            assertThat(revoked.count()).isNotNegative();
        } else if (answer instanceof ErrorBody deleted) {
            assertThat(deleted.resultCode()).matches("A[0-9]{3}[04][0-9]{2}");
        }
        if (answer instanceof TokenResponse response && response.resultCode() != null) {
            assertThat(response.resultCode()).doesNotMatch("A[0-9]{3}[^04][0-9]{2}");
        }
    }
}

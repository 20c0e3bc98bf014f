package io.quarkiverse.authlete.deployment.faults;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** Requests and answers that are full of secrets, and each secret can be recognized. */
final class Secrets {

    /** In every secret but the signed ones, and in nothing else. */
    static final String MARKER = "s3cret-";

    /** A DPoP proof. Nothing else here is signed. */
    private static final Pattern PROOF = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+");

    static final String API_TOKEN = secret("api-token");
    static final String TOKEN = secret("token");
    /** A private key, as a JWK. */
    static final String DPOP_KEY = dpopKey();

    static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.JWT_BEARER).clientId(1L)
            .accessToken(secret("chosen-access")).refreshToken(secret("chosen-refresh")).sessionId(secret("session")).build();
    static final TokenUpdateRequest UPDATE = TokenUpdateRequest.accessToken(TOKEN).refreshToken(secret("refresh"))
            .scopes("a").build();
    static final TokenRevokeRequest REVOKE = TokenRevokeRequest.builder().accessTokenIdentifier(TOKEN)
            .refreshTokenIdentifier(secret("revoked-refresh")).build();

    static final TokenBatchRequest BATCH = TokenBatchRequest.of(CREATE, TokenCreateRequest.builder(GrantType.JWT_BEARER)
            .clientId(1L).accessToken(TOKEN).refreshToken(secret("batch-refresh")).sessionId(secret("batch-session")).build());

    /** Ends before long, whatever the answers are. */
    private static final PollingPolicy SOON = PollingPolicy.builder().timeout(Duration.ofMillis(100))
            .initialInterval(Duration.ofMillis(20)).build();

    static final List<Function<TokenOperations, Object>> CALLS = List.of(
            tokens -> tokens.list(TokenListRequest.all()),
            tokens -> tokens.create(CREATE),
            tokens -> tokens.createBatch(BATCH),
            tokens -> TokenResult.of(() -> tokens.createBatch(BATCH.asDryRun())),
            tokens -> tokens.batchStatus("b1"),
            tokens -> tokens.awaitBatch("b1", SOON),
            tokens -> TokenResult.of(() -> tokens.awaitBatch("b1", SOON)),
            tokens -> TokenResult.of(() -> tokens.create(CREATE)),
            tokens -> tokens.update(UPDATE),
            tokens -> tokens.update(UPDATE.toBuilder().accessTokenValueUpdated(true).build()),
            tokens -> {
                tokens.delete(TOKEN);
                return null;
            },
            tokens -> tokens.revoke(REVOKE));

    private static final String JSON = "Content-Type: application/json";

    private static final String ISSUED = """
            {"action":"%s","resultCode":"A000001","resultMessage":"%s","accessToken":"%s","refreshToken":"%s",
            "jwtAccessToken":"%s","sessionId":"%s","ticket":"%s","count":1,"totalCount":1,"requestId":"b1",
            "status":{"requestId":"b1","result":"FAILED","errorCode":"%s","errorDescription":"%s"}}""";

    /** The server in good health, and then errors that repeat the request or an issued token. */
    static final List<FaultScript> ANSWERS = List.of(
            FaultScript.answer("200 OK", issued("OK"), JSON),
            FaultScript.answer("200 OK", issued("FORBIDDEN"), JSON),
            FaultScript.answer("200 OK", issued(secret("action")), JSON),
            FaultScript.answer("200 OK", "{\"resultCode\":\"" + TOKEN + "\",\"resultMessage\":\"about " + TOKEN + "\"}", JSON),
            FaultScript.answer("200 OK", issued("OK") + TOKEN, JSON),
            FaultScript.answer("200 OK", issued("OK").substring(9), JSON),
            FaultScript.answer("200 OK", TOKEN, "Content-Type: text/html"),
            FaultScript.answer("400 Bad Request", issued("BAD_REQUEST"), JSON),
            FaultScript.answer("401 Unauthorized", API_TOKEN, "WWW-Authenticate: Bearer error=\"" + API_TOKEN + "\""),
            FaultScript.answer("302 Found", TOKEN, "Location: /" + TOKEN),
            FaultScript.answer("500 Internal Server Error", issued("INTERNAL_SERVER_ERROR"), JSON),
            FaultScript.answer("503 " + TOKEN, TOKEN, "Retry-After: " + TOKEN),
            FaultScript.onRequest((request, connection) -> connection.answer("400 Bad Request",
                    request.path() + " " + request.body())),
            FaultScript.onRequest((request, connection) -> connection.answer("400 Bad Request",
                    "{\"resultCode\":\"A000001\",\"resultMessage\":\"" + request.path() + "\"}", JSON)),
            FaultScript.onRequest((request, connection) -> connection.answer("401 Unauthorized",
                    "{\"resultCode\":\"A000001\",\"resultMessage\":\"" + request.head().replace("\r\n", " ") + "\"}", JSON,
                    "WWW-Authenticate: DPoP error=\"use_dpop_nonce\"", "DPoP-Nonce: 1")),
            FaultScript.onRequest((request, connection) -> connection.write("HTTP/1.1 200 OK\r\n" + JSON
                    + "\r\nContent-Length: 4\r\n\r\n" + issued("OK"))),
            FaultScript.writeAndClose(TOKEN + "\r\n\r\n"),
            FaultScript.writeAndClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + TOKEN + "\r\n"));

    private Secrets() {
    }

    static boolean isIn(String text) {
        return text.contains(MARKER) || PROOF.matcher(text).find();
    }

    /** As long as a real token. */
    private static String secret(String name) {
        return (MARKER + name + "-0123456789-0123456789-0123456789").substring(0, 43);
    }

    private static String issued(String action) {
        return ISSUED.formatted(action, "about " + secret("message"), secret("issued"), secret("issued-refresh"),
                secret("jwt") + "." + secret("claims") + "." + secret("signature"), secret("issued-session"),
                secret("ticket"), secret("error"), "about " + TOKEN);
    }

    private static String dpopKey() {
        byte[] secretNumber = Base64.getUrlDecoder().decode(secret("dpop-key"));
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(secretNumber, 0, bytes, 0, bytes.length);
                }
            });
            KeyPair pair = generator.generateKeyPair();
            return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"d\":\"%s\"}".formatted(
                    last32(pair.getPublic().getEncoded()), last32(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String last32(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length));
    }
}

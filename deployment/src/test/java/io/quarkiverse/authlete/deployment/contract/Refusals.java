package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.ClientFact.always;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.failure;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.html;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.inTurn;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.json;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.deployment.contract.ClientFact.Clients;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** How servers, and the gateway before them, refuse. */
final class Refusals {

    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();
    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L)
            .build();
    private static final String CREATED = "{'action':'OK','resultCode':'A109001','resultMessage':'m','accessToken':'new',"
            + "'expiresIn':60}";

    static final List<ClientFact> FACTS = List.of(
            wait("RateLimit-Reset", 7, Map.of("RateLimit-Reset", "7")),
            wait("X-RateLimit-Reset", 8, Map.of("X-RateLimit-Reset", "8")),
            wait("Retry-After", 9, Map.of("Retry-After", "9")),
            wait("RateLimit-Reset before the others", 7,
                    Map.of("RateLimit-Reset", "7", "X-RateLimit-Reset", "8", "Retry-After", "9")),
            wait("X-RateLimit-Reset before Retry-After", 8, Map.of("X-RateLimit-Reset", "8", "Retry-After", "9")),
            always("429 without any header does not say how long to wait", html(429, Map.of()),
                    clients -> assertThat(refused(clients).retryAfter()).isNull()),
            always("429 is a page of HTML", html(429, Map.of("RateLimit-Reset", "60")), clients -> {
                assertThat(refused(clients).getMessage()).doesNotContain("html").doesNotContain("nginx");
                assertThat(refused(clients).body()).contains("nginx");
                AuthleteHttpException rest = failure(AuthleteHttpException.class,
                        () -> clients.api().create("1", CREATE, null).await().atMost(Duration.ofMinutes(1)));
                assertThat(rest.outcome()).isEqualTo(Outcome.REJECTED);
                assertThat(rest.retryAfter()).isEqualTo(Duration.ofSeconds(60));
            }),
            inTurn("after 429 and the wait, even a create may be sent again",
                    List.of(html(429, Map.of("RateLimit-Reset", "1")), ok(CREATED)), clients -> {
                        assertThat(clients.tokens().create(CREATE).accessToken()).isEqualTo("new");
                        assertThat(clients.sent()).hasSize(2);
                        long waited = clients.sent().get(1).nanoTime() - clients.sent().get(0).nanoTime();
                        assertThat(waited).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(950));
                    }),
            always("a wait may be longer than the time that is left", html(429, Map.of("RateLimit-Reset", "3600")), clients -> {
                AuthleteException failure = failure(AuthleteException.class, () -> clients.tokens().create(CREATE));
                assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
                assertThat(clients.sent()).hasSize(1);
            }),
            inTurn("502, 503 and other 5xx may pass", List.of(html(502, Map.of()), html(503, Map.of()), html(500, Map.of()),
                    ok("{'totalCount':0}")), clients -> {
                        clients.tokens().list(TokenListRequest.all());
                        assertThat(clients.sent()).hasSize(4);
                    }),
            inTurn("a create that failed with 502 may have issued a token", List.of(html(502, Map.of()), ok(CREATED)),
                    clients -> {
                        assertThat(failure(AuthleteException.class, () -> clients.tokens().create(CREATE)).outcome())
                                .isEqualTo(Outcome.UNKNOWN);
                        assertThat(clients.sent()).hasSize(1);
                    }),
            always("other 4xx do not pass", html(409, Map.of()), clients -> {
                assertThat(failure(AuthleteException.class, () -> clients.tokens().list(TokenListRequest.all())).outcome())
                        .isEqualTo(Outcome.REJECTED);
                assertThat(clients.sent()).hasSize(1);
            }),
            always("a result code may be a JSON number", json(404, "{'resultCode':404,'resultMessage':''}"), clients -> {
                AuthleteResultException failure = failure(AuthleteResultException.class,
                        () -> clients.tokens().revoke(TokenRevokeRequest.subject("john")));
                assertThat(failure.resultCode()).isEqualTo("404");
                assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            }),
            always("a message may come without its code",
                    json(403, "{'type':'tokenCreateResponse','resultCode':'A457101',"
                            + "'resultMessage':'(/api/1/auth/token/create) The right [USE_SERVICE] for 1 is missing.'}"),
                    clients -> {
                        AuthleteResultException failure = failure(AuthleteResultException.class,
                                () -> clients.tokens().create(CREATE));
                        assertThat(failure.resultCode()).isEqualTo("A457101");
                        assertThat(failure.resultMessage()).startsWith("(/api/1/auth/token/create)");
                        assertThat(failure.status()).isEqualTo(403);
                        assertThat(clients.sent()).hasSize(1);
                    }),
            always("the HTTP framework refuses with a code of its own",
                    json(405, "{'resultCode':'A000201','resultMessage':'HTTP 405 Method Not Allowed'}"),
                    clients -> assertThat(failure(AuthleteException.class, () -> clients.tokens().create(CREATE)).resultCode())
                            .contains("A000201")),
            action("BAD_REQUEST", "A104203", Outcome.REJECTED),
            action("FORBIDDEN", "A107203", Outcome.REJECTED),
            action("INTERNAL_SERVER_ERROR", "A108101", Outcome.UNKNOWN),
            always("an update may find a token of another service",
                    ok("{'action':'FORBIDDEN','resultCode':'A134203','resultMessage':'[A134203] of another service'}"),
                    clients -> {
                        AuthleteActionException failure = failure(AuthleteActionException.class,
                                () -> clients.tokens().update(TokenUpdateRequest.accessToken("x").build()));
                        assertThat(failure.resultCode()).isEqualTo("A134203");
                        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
                    }),
            always("older servers do not know the refresh token in an update",
                    ok("{'action':'BAD_REQUEST','resultCode':'A134201','resultMessage':'[A134201] no token'}"),
                    clients -> assertThat(failure(AuthleteActionException.class,
                            () -> clients.tokens().update(TokenUpdateRequest.refreshToken("x").build())).resultCode())
                            .contains("A134201")),
            always("no success has the code of a failure",
                    ok("{'resultCode':'A001218','resultMessage':'unknown client','count':0,'totalCount':0,"
                            + "'accessTokens':[]}"),
                    clients -> {
                        assertThat(failure(AuthleteException.class,
                                () -> clients.tokens().revoke(TokenRevokeRequest.client("alias"))).resultCode())
                                .contains("A001218");
                        assertThat(failure(AuthleteException.class, () -> clients.tokens().list(TokenListRequest.all()))
                                .resultCode())
                                .contains("A001218");
                    }));

    private Refusals() {
    }

    private static ClientFact wait(String name, int seconds, Map<String, String> headers) {
        return always("429 tells the wait in " + name, html(429, headers),
                clients -> assertThat(refused(clients).retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    private static ClientFact action(String action, String resultCode, Outcome outcome) {
        return always("the action of a create is " + action,
                ok("{'action':'" + action + "','resultCode':'" + resultCode + "','resultMessage':'m','accessToken':null}"),
                clients -> {
                    for (ThrowingCallable call : Stream.<ThrowingCallable> of(() -> clients.tokens().create(CREATE),
                            () -> clients.api().create("1", CREATE, null).await().atMost(Duration.ofMinutes(1))).toList()) {
                        AuthleteActionException failure = failure(AuthleteActionException.class, call);
                        assertThat(failure.resultCode()).isEqualTo(resultCode);
                        assertThat(failure.outcome()).isEqualTo(outcome);
                    }
                    assertThat(clients.sent()).hasSize(2);
                });
    }

    /** A create that is answered with 429. */
    private static AuthleteHttpException refused(Clients clients) {
        AuthleteHttpException failure = failure(AuthleteHttpException.class,
                () -> clients.tokens().create(CREATE, ONCE));
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        return failure;
    }
}

package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.ClientFact.always;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.failure;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.html;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.inTurn;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.json;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.deployment.contract.ClientFact.Clients;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** How servers create, delete and revoke. */
final class WriteAnswers {

    private static final String CREATED = "{'type':'tokenCreateResponse','action':'OK','resultCode':'A109001',"
            + "'resultMessage':'m','accessToken':'random','jwtAccessToken':'e.y.J','expiresIn':3600,"
            + "'expiresAt':1700003599973,'scopes':null,'properties':null}";
    private static final TokenCreateRequest CHOSEN = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L)
            .subject("john").accessToken("chosen").build();
    private static final String GONE = "{'resultCode':'A161202','resultMessage':'[A161202] No such token.'}";

    static final List<ClientFact> FACTS = facts();

    private WriteAnswers() {
    }

    private static List<ClientFact> facts() {
        List<ClientFact> facts = new ArrayList<>(List.of(
                always("scopes and properties of a token may be null", ok(CREATED), clients -> {
                    TokenCreateResponse created = clients.tokens().create(CHOSEN);
                    assertThat(created.scopes()).isEmpty();
                    assertThat(created.properties()).isEmpty();
                }),
                always("a JWT comes beside the random value", ok(CREATED), clients -> {
                    TokenCreateResponse created = clients.tokens().create(CHOSEN);
                    assertThat(created.accessToken()).isEqualTo("random");
                    assertThat(created.jwtAccessToken()).isEqualTo("e.y.J");
                }),
                always("a chosen access token is in use", refused("A144201"), clients -> {
                    assertThat(imported(clients, CHOSEN).alreadyExists()).isTrue();
                    assertThat(clients.sent()).hasSize(1);
                }),
                always("a chosen refresh token is in use", refused("A144202"), clients -> {
                    assertThat(imported(clients, CHOSEN.toBuilder().accessToken(null).refreshToken("chosen").build())
                            .alreadyExists()).isTrue();
                    assertThat(clients.sent()).hasSize(1);
                }),
                new ClientFact("another refusal does not tell whether a chosen value is in use",
                        () -> request -> request.path().endsWith("/update") ? ok("{'action':'OK','resultCode':'A135001'}")
                                : refused("A106201"),
                        clients -> {
                            assertThat(imported(clients, CHOSEN).alreadyExists()).isTrue();
                            assertThat(clients.sent()).hasSize(2);
                        }),
                always("a delete is answered with 204 without a body", new Response(204, "", Map.of()),
                        clients -> clients.tokens().delete("x")),
                always("older servers answer a delete with 200 and a result",
                        ok("{'resultCode':'A161001','resultMessage':'[A161001] done'}"),
                        clients -> clients.tokens().delete("x")),
                always("an identifier may have any character", new Response(204, "", Map.of()), clients -> {
                    clients.tokens().delete("a/b+c=");
                    assertThat(clients.sent().get(0).path()).endsWith("/delete/a%2Fb%2Bc%3D");
                }),
                always("a page in HTML is no answer of a delete", html(200, Map.of()), clients -> {
                    AuthleteException failure = failure(AuthleteUnreadableResponseException.class,
                            () -> clients.tokens().delete("x"));
                    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                }),
                always("a token that is gone may be 400 with A161202", json(400, GONE), clients -> {
                    AuthleteResultException failure = failure(AuthleteResultException.class,
                            () -> clients.tokens().delete("x"));
                    assertThat(failure.resultCode()).isEqualTo("A161202");
                    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(clients.sent()).hasSize(1);
                }),
                always("a revoke counts, without a prefix in its message",
                        ok("{'resultCode':'A312001','resultMessage':'Revoked 1 access token(s).','count':1}"),
                        clients -> assertThat(clients.tokens().revokeBySubject("john").count()).isEqualTo(1)),
                always("a revoke that matches nothing may count 0", ok("{'resultCode':'A312001','count':0}"),
                        clients -> assertThat(clients.tokens().revokeBySubject("john").count()).isZero()),
                always("a revoke that matches nothing may be 404", json(404, "{'resultCode':404,'resultMessage':''}"),
                        clients -> assertThat(failure(AuthleteResultException.class,
                                () -> clients.tokens().revokeBySubject("john")).outcome()).isEqualTo(Outcome.REJECTED)),
                always("a revoke without a count is none", ok("{}"), clients -> assertThat(
                        failure(AuthleteUnreadableResponseException.class,
                                () -> clients.tokens().revoke(TokenRevokeRequest.subject("john"))).outcome())
                        .isEqualTo(Outcome.UNKNOWN)),
                always("a service may have more tokens than 32 bits count", ok("{'resultCode':'A312001','count':4294967296}"),
                        clients -> assertThat(clients.tokens().revokeByClient("1").count()).isPositive())));
        for (int status : new int[] { 200, 400, 404, 500 }) {
            facts.add(inTurn("a token that an unanswered delete has deleted may be " + status + " with A161202",
                    List.of(html(502, Map.of()), json(status, GONE)), clients -> {
                        clients.tokens().delete("x");
                        assertThat(clients.sent()).hasSize(2);
                    }));
        }
        facts.add(inTurn("a token that an unanswered delete has deleted may be 404 without a code",
                List.of(html(502, Map.of()), html(404, Map.of())), clients -> {
                    assertThat(clients.tokens().bulk().deleteAll(List.of("x"))).allMatch(BulkResult::isSuccess);
                    assertThat(clients.sent()).hasSize(2);
                }));
        for (String contentType : List.of("nonsense", "", "json", "text/plain")) {
            facts.add(always("the content type of an answer may be '" + contentType + "'",
                    new Response(200, ok(CREATED).body(), Map.of("Content-Type", contentType)), clients -> {
                        assertThat(clients.tokens().create(CHOSEN).accessToken()).isEqualTo("random");
                        assertThat(clients.api().create("1", CHOSEN, null).await().atMost(Duration.ofMinutes(1))
                                .accessToken()).isEqualTo("random");
                    }));
        }
        for (String key : List.of("access_token", "token_type", "expires_in", "refresh_token", "scope", "error",
                "error_description", "error_uri", "id_token")) {
            facts.add(neverSent("the server drops properties with the reserved key " + key,
                    request -> request.properties(Property.of(key, "v"))));
        }
        facts.addAll(List.of(
                neverSent("authTime is not negative", request -> request.authTime(-1)),
                neverSent("authTime is in seconds, not milliseconds", request -> request.authTime(1_700_000_000_000L)),
                neverSent("clientIdAliasUsed and clientEntityIdUsed exclude each other",
                        request -> request.clientIdAliasUsed(true).clientEntityIdUsed(true)),
                neverSent("clientEntityIdUsed and metadataDocumentUsed exclude each other",
                        request -> request.clientEntityIdUsed(true).metadataDocumentUsed(true)),
                neverSent("a resource is an absolute URI", request -> request.resources(URI.create("/relative"))),
                neverSent("a resource has no fragment", request -> request.resources(URI.create("https://example.com/#f"))),
                neverSent("properties have a largest size",
                        request -> request.properties(Property.of("k", "v".repeat(70_000)))),
                notSent("IMPLICIT has no refresh token", TokenCreateRequest.builder(GrantType.IMPLICIT).clientId(1L)
                        .subject("john").refreshToken("chosen")),
                notSent("CLIENT_CREDENTIALS has no refresh token",
                        TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).refreshToken("chosen"))));
        return List.copyOf(facts);
    }

    private static Response refused(String resultCode) {
        return ok("{'action':'BAD_REQUEST','resultCode':'" + resultCode + "','resultMessage':'[" + resultCode + "] no'}");
    }

    private static BulkResult<TokenCreateRequest, TokenCreateResponse> imported(Clients clients,
            TokenCreateRequest request) {
        return clients.tokens().bulk().createAll(List.of(request)).toList().get(0);
    }

    private static ClientFact neverSent(String name, UnaryOperator<TokenCreateRequest.Builder> wrong) {
        return notSent(name, wrong.apply(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L).subject("john")));
    }

    /** What the server would refuse, or silently drop, is refused by the client. */
    private static ClientFact notSent(String name, TokenCreateRequest.Builder wrong) {
        return always(name, ok(CREATED), clients -> {
            failure(AuthleteInvalidRequestException.class, () -> clients.tokens().create(wrong.build()));
            assertThat(clients.sent()).isEmpty();
        });
    }
}

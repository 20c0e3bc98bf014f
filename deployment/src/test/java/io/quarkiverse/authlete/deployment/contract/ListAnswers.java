package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.ClientFact.always;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.failure;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.json;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.deployment.contract.ClientFact.Clients;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;

/** How servers answer a list. */
final class ListAnswers {

    private static final int TOKENS = 45;
    private static final TokenListRequest PAGES_OF_100 = TokenListRequest.builder().range(0, 100).build();
    private static final String ONE_TOKEN = "{'start':0,'end':20,'totalCount':1,'accessTokens':[{'accessTokenHash':'h',"
            + "'accessTokenExpiresAt':1700003600000,'refreshTokenExpiresAt':0,'createdAt':1700000000000,'clientId':1,"
            + "'lastRefreshedAt':0,'grantType':'CLIENT_CREDENTIALS','scopes':null,'refreshTokenHash':null,'subject':null,"
            + "'properties':null,'new':{'a':[1]}}],'type':'tokenListResponse'}";

    static final List<ClientFact> FACTS = List.of(
            pages("at most 20 tokens are returned, and more are refused", new Pages(20, true, true, true),
                    ListAnswers::everyPageHasAtMost20),
            pages("a page larger than 20 is refused, though the request asks for one", new Pages(20, true, true, true),
                    clients -> assertThat(hashes(clients.tokens().stream(PAGES_OF_100))).isEqualTo(all())),
            pages("at most 10 tokens are returned, and more are refused", new Pages(10, true, true, true),
                    ListAnswers::theStreamHasEveryToken),
            pages("a page is cut to 7 tokens", new Pages(7, false, true, true), ListAnswers::theStreamHasEveryToken),
            pages("a page is cut, and its end is where it ends", new Pages(7, false, false, true),
                    ListAnswers::theStreamHasEveryToken),
            pages("a page is cut, and nobody says how many tokens there are", new Pages(7, false, true, false),
                    ListAnswers::theStreamHasEveryToken),
            pages("at most 100 tokens are returned", new Pages(100, true, true, true), clients -> {
                assertThat(hashes(clients.tokens().stream(PAGES_OF_100))).isEqualTo(all());
                assertThat(clients.sent()).hasSize(1);
            }),
            pages("the end of a page is where it ends", new Pages(20, true, false, true),
                    ListAnswers::theStreamHasEveryToken),
            pages("totalCount is absent", new Pages(20, true, true, false), ListAnswers::theStreamHasEveryToken),
            pages("end is 5 or 20 by default", new Pages(20, true, true, true), clients -> {
                TokenListResponse page = clients.tokens().list(TokenListRequest.builder().start(30).build());
                assertThat(clients.sent().get(0).query()).isEqualTo("start=30&end=50");
                assertThat(page.accessTokens()).hasSize(15);
            }),
            pages("an end at start counts", new Pages(20, true, true, true), clients -> {
                TokenListResponse count = clients.tokens().list(TokenListRequest.builder().range(0, 0).build());
                assertThat(clients.sent().get(0).query()).isEqualTo("start=0&end=0");
                assertThat(count.totalCount()).isEqualTo(TOKENS);
                assertThat(count.accessTokens()).isEmpty();
            }),
            always("accessTokens is null if nothing matches", ok("{'start':0,'end':20,'totalCount':0,'accessTokens':null}"),
                    ListAnswers::thereIsNoToken),
            always("accessTokens is absent if nothing matches", ok("{'start':0,'end':20,'totalCount':0}"),
                    ListAnswers::thereIsNoToken),
            always("a list without totalCount and accessTokens is none", ok("{}"), clients -> {
                AuthleteUnreadableResponseException failure = failure(AuthleteUnreadableResponseException.class,
                        () -> clients.tokens().list(TokenListRequest.all()));
                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            }),
            always("a token of a client has neither subject nor refresh token, and lists may be null", ok(ONE_TOKEN),
                    clients -> {
                        AccessToken token = clients.tokens().list(TokenListRequest.all()).accessTokens().get(0);
                        assertThat(token.subject()).isNull();
                        assertThat(token.refreshTokenHash()).isNull();
                        assertThat(token.refreshTokenExpiry()).isNull();
                        assertThat(token.lastRefresh()).isNull();
                        assertThat(token.scopes()).isEmpty();
                        assertThat(token.properties()).isEmpty();
                    }),
            always("times are milliseconds of whole seconds", ok(ONE_TOKEN), clients -> {
                AccessToken token = clients.tokens().list(TokenListRequest.all()).accessTokens().get(0);
                assertThat(token.accessTokenExpiry()).isEqualTo(Instant.ofEpochSecond(1_700_003_600));
                assertThat(token.creationTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            }),
            always("members that are not documented are there, such as type", ok(ONE_TOKEN),
                    clients -> assertThat(clients.api().list("1", null, null, null, null, null, null).await()
                            .atMost(Duration.ofMinutes(1)).accessTokens()).hasSize(1)),
            always("a client without an alias has no clientIdAlias",
                    ok("{'totalCount':0,'client':{'number':1,'clientId':26888344961664,'clientIdAliasEnabled':false,"
                            + "'clientType':'CONFIDENTIAL'}}"),
                    clients -> {
                        TokenListResponse list = clients.tokens()
                                .list(TokenListRequest.builder().clientIdentifier(26888344961664L).build());
                        assertThat(list.client().clientIdAlias()).isNull();
                        assertThat(list.client().clientIdAliasEnabled()).isFalse();
                    }),
            always("a filter is a client's ID or alias, and an alias may be any text", ok("{'totalCount':0}"), clients -> {
                clients.tokens().list(TokenListRequest.builder().clientIdentifier(" my client/\u00fc+1 ").build());
                assertThat(URLDecoder.decode(clients.sent().get(0).query(), StandardCharsets.UTF_8))
                        .isEqualTo("clientIdentifier= my client/\u00fc+1 ");
            }));

    private ListAnswers() {
    }

    /** A server that lists 45 tokens, as these rules say. */
    private record Pages(int largest, boolean refuses, boolean echoesEnd, boolean tellsTotal) {

        Response answer(String query) {
            Map<String, Integer> range = range(query);
            int start = range.get("start");
            int end = range.get("end");
            if (refuses && end - start > largest) {
                return json(400, "{'resultCode':'A159205','resultMessage':'[A159205] At most " + largest + " tokens.'}");
            }
            int last = Math.min(Math.min(end, start + largest), TOKENS);
            String page = start >= last ? "null"
                    : IntStream.range(start, last).mapToObj(i -> "{'accessTokenHash':'" + hash(i) + "','clientId':1}")
                            .collect(Collectors.joining(",", "[", "]"));
            return ok("{'start':" + start + ",'end':" + (echoesEnd ? end : last)
                    + (tellsTotal ? ",'totalCount':" + TOKENS : "") + ",'accessTokens':" + page + "}");
        }
    }

    private static ClientFact pages(String name, Pages pages, ClientFact.Check check) {
        return new ClientFact(name, () -> request -> pages.answer(request.query()), check);
    }

    private static Map<String, Integer> range(String query) {
        return Arrays.stream(query.split("&")).map(parameter -> parameter.split("="))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> Integer.valueOf(parameter[1])));
    }

    private static String hash(int number) {
        return "hash-" + number;
    }

    private static List<String> all() {
        return IntStream.range(0, TOKENS).mapToObj(ListAnswers::hash).toList();
    }

    private static List<String> hashes(Stream<AccessToken> tokens) {
        try (tokens) {
            return tokens.map(AccessToken::accessTokenHash).toList();
        }
    }

    private static void theStreamHasEveryToken(Clients clients) {
        assertThat(hashes(clients.tokens().stream(TokenListRequest.all()))).isEqualTo(all());
        assertThat(clients.reactive().stream(TokenListRequest.all()).map(AccessToken::accessTokenHash).collect().asList()
                .await().atMost(Duration.ofMinutes(1))).isEqualTo(all());
    }

    private static void everyPageHasAtMost20(Clients clients) {
        theStreamHasEveryToken(clients);
        assertThat(clients.sent()).hasSizeGreaterThan(5).allSatisfy(request -> {
            Map<String, Integer> range = range(request.query());
            assertThat(range.get("end") - range.get("start")).isLessThanOrEqualTo(20);
        });
    }

    private static void thereIsNoToken(Clients clients) {
        assertThat(clients.tokens().list(TokenListRequest.all()).accessTokens()).isEmpty();
        assertThat(hashes(clients.tokens().stream(TokenListRequest.all()))).isEmpty();
        assertThat(clients.api().list("1", null, null, null, null, null, null).await().atMost(Duration.ofMinutes(1))
                .accessTokens()).isEmpty();
    }
}

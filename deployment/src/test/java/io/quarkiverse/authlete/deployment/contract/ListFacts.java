package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code GET …/auth/token/get/list}. */
final class ListFacts {

    static final Chapter CHAPTER = new Chapter("list", "List", "", List.of(
            documented("A list has at most 20 tokens",
                    "An `end - start` above: 400 `A159205`, not a shorter page. `max-page-size` changes the number.",
                    "The number, the code, and that a server may have another number. The status is inferred.", api -> {
                        api.tokens(25);
                        assertThat(api.list("start=0&end=20").isSuccess().at("/accessTokens")).hasSize(20);
                        api.list("start=0&end=21").is(400, "A159205");
                        api.list("start=100&end=121").is(400, "A159205");
                        try (Emulator large = Emulator.start("max-page-size=22")) {
                            large.tokens(25);
                            assertThat(large.list("start=0&end=22").isSuccess().at("/accessTokens")).hasSize(22);
                            large.list("start=0&end=23").is(400, "A159205");
                        }
                    }),
            documented("`start` is inclusive and 0 by default, `end` is exclusive", "", "The same.", api -> {
                api.tokens(4);
                assertThat(subjects(api.list("end=2"))).containsExactly("user0", "user1");
                assertThat(subjects(api.list("start=1&end=3"))).containsExactly("user1", "user2");
            }),
            ourDecision("`end` is 5 by default", "", "5 in the API reference, 20 in the knowledge base.", api -> {
                api.tokens(7);
                assertThat(subjects(api.list(""))).hasSize(5);
                assertThat(subjects(api.list("start=3"))).containsExactly("user3", "user4");
            }),
            documented("A `start` that is no number, or negative, is refused", "400 `A159201` and `A159202`.",
                    "The codes; the status is inferred.", api -> {
                        api.list("start=x").is(400, "A159201");
                        api.list("start=1.5").is(400, "A159201");
                        api.list("start=-1").is(400, "A159202");
                    }),
            documented("An `end` that is no number, or negative, is refused", "400 `A159203` and `A159204`.",
                    "The codes; the status is inferred.", api -> {
                        api.list("end=x").is(400, "A159203");
                        api.list("end=2147483648").is(400, "A159203");
                        api.list("end=-1").is(400, "A159204");
                    }),
            documented("An `end` that is not above `start` counts the tokens", "`totalCount` is right, `accessTokens` is null.",
                    "The same, with 0 and 0 as the way to count.", api -> {
                        api.tokens(3);
                        for (String range : List.of("start=0&end=0", "start=2&end=2", "start=3&end=1", "start=7")) {
                            Answer count = api.list(range).isSuccess();
                            assertThat(count.number("/totalCount")).as(range).isEqualTo(3);
                            assertThat(count.isNullOrAbsent("/accessTokens")).as(range).isTrue();
                        }
                    }),
            documented("`accessTokens` is null or absent if no token matches", "A page behind the last token has none either.",
                    "The same.", api -> {
                        assertThat(api.list("").isSuccess().isNullOrAbsent("/accessTokens")).isTrue();
                        api.tokens(3);
                        assertThat(api.list("start=3&end=6").isSuccess().isNullOrAbsent("/accessTokens")).isTrue();
                        Answer filtered = api.list("subject=nobody").isSuccess();
                        assertThat(filtered.isNullOrAbsent("/accessTokens")).isTrue();
                        assertThat(filtered.number("/totalCount")).isZero();
                    }),
            documented("`start` and `end` of the answer are those of the request, or the defaults", "", "The same.", api -> {
                api.tokens(1);
                assertThat(range(api.list("start=0&end=20"))).containsExactly(0L, 20L);
                assertThat(range(api.list("start=30&end=40"))).containsExactly(30L, 40L);
                assertThat(range(api.list(""))).containsExactly(0L, 5L);
            }),
            documented("`totalCount` counts what the filters let through", "Those of the service without a filter.",
                    "The same.", api -> {
                        api.token("john");
                        api.token("jane");
                        api.create("{'grantType':'PASSWORD','clientId':1002,'subject':'john'}").isSuccess();
                        Map.of("", 3, "subject=john", 2, "clientIdentifier=1001", 2, "clientIdentifier=1001&subject=john", 1)
                                .forEach((query, count) -> assertThat(api.list("end=1&" + query).number("/totalCount"))
                                        .as(query).isEqualTo(count.longValue()));
                    }),
            documented("`client` and `subject` are in the answer only if the request has filtered by them",
                    "The client is made up.", "The same; its fields.", api -> {
                        Answer all = api.list("");
                        assertThat(all.isNullOrAbsent("/client") && all.isNullOrAbsent("/subject")).isTrue();
                        Answer filtered = api.list("clientIdentifier=1001&subject=john");
                        assertThat(filtered.number("/client/clientId")).isEqualTo(1001);
                        assertThat(filtered.text("/subject")).isEqualTo("john");
                    }),
            documented("A client without an alias has no `clientIdAlias`, and `clientIdAliasEnabled` is false", "",
                    "The same.", api -> {
                        Answer filtered = api.list("clientIdentifier=1001");
                        assertThat(filtered.isNullOrAbsent("/client/clientIdAlias")).isTrue();
                        assertThat(filtered.at("/client/clientIdAliasEnabled").booleanValue()).isFalse();
                    }),
            documented("A filter by an unknown client is refused", "400 `A001212` by its number, else `A001218`.",
                    "The codes; the status is inferred.", api -> {
                        api.list("clientIdentifier=9999").is(400, "A001212");
                        api.list("clientIdentifier=alias").is(400, "A001218");
                    }),
            documented("A filter by a client of another service is refused", "403 `A001213`.",
                    "The code, for a number; the status is inferred.",
                    api -> api.list("clientIdentifier=2001").is(403, "A001213")),
            documented("A filter by a locked client is refused", "403 `A001215`.", "The code and the status, for a number.",
                    api -> api.list("clientIdentifier=1003").is(403, "A001215")),
            documented("A token of a client has no subject", "", "For `CLIENT_CREDENTIALS`.", api -> {
                api.create("{'grantType':'CLIENT_CREDENTIALS','clientId':1001,'subject':'john'}").isSuccess();
                assertThat(api.list("").isNullOrAbsent("/accessTokens/0/subject")).isTrue();
            }),
            documented("Without a refresh token, its hash is null and its expiry 0", "", "The same.", api -> {
                api.create("{'grantType':'CLIENT_CREDENTIALS','clientId':1001}").isSuccess();
                Answer listed = api.list("");
                assertThat(listed.isNullOrAbsent("/accessTokens/0/refreshTokenHash")).isTrue();
                assertThat(listed.number("/accessTokens/0/refreshTokenExpiresAt")).isZero();
            }),
            documented("`lastRefreshedAt` is 0 for a token that has not been refreshed",
                    "There is no token endpoint, so it always is.", "The same.", api -> {
                        api.token("john");
                        assertThat(api.list("").number("/accessTokens/0/lastRefreshedAt")).isZero();
                    }),
            example("Times of stored tokens are rounded to seconds",
                    "A create answers with milliseconds, a list and an update do not.",
                    "Examples of one token in all three.", ListFacts::timesAreRounded),
            example("The oldest token comes first", "Always, so that pages fit together.",
                    "So in the examples; no order is promised.", api -> {
                        api.tokens(4);
                        assertThat(subjects(api.list(""))).containsExactly("user0", "user1", "user2", "user3");
                    }),
            documented("`tokenStatus` is `VALID`, `INVALID` or `ALL`", "Expired access tokens are invalid.",
                    "The same; the OpenAPI document lacks it.", api -> {
                        api.token("short", ",'accessTokenDuration':10");
                        api.token("long");
                        api.advanceClock(Duration.ofMinutes(1));
                        assertThat(subjects(api.list("tokenStatus=VALID"))).containsExactly("long");
                        assertThat(subjects(api.list("tokenStatus=INVALID"))).containsExactly("short");
                        assertThat(subjects(api.list("tokenStatus=ALL"))).containsExactly("short", "long");
                    }),
            ourDecision("Without `tokenStatus`, all tokens are listed", "", "Nothing.", api -> {
                api.token("short", ",'accessTokenDuration':10");
                api.advanceClock(Duration.ofMinutes(1));
                assertThat(subjects(api.list(""))).containsExactly("short");
            }),
            example("A hash has 43 characters of base64url", "No value is shown.", "The same.", api -> {
                Answer token = api.token("john");
                Answer listed = api.list("");
                assertThat(listed.text("/accessTokens/0/accessTokenHash")).matches("[A-Za-z0-9_-]{43}");
                assertThat(listed.text("/accessTokens/0/refreshTokenHash")).matches("[A-Za-z0-9_-]{43}");
                assertThat(listed.body()).doesNotContain(token.text("/accessToken"), token.text("/refreshToken"));
            }),
            ourDecision("Hashes are SHA-256", "Never compute one: take it from a list.",
                    "Not which hash, and the vendor's examples fit none of the usual ones.", api -> {
                        Answer token = api.token("john");
                        assertThat(api.list("").text("/accessTokens/0/accessTokenHash"))
                                .isEqualTo(Hash.of(token.text("/accessToken")));
                    })));

    private ListFacts() {
    }

    private static List<String> subjects(Answer list) {
        return list.isSuccess().json().findValuesAsText("subject");
    }

    private static List<Long> range(Answer list) {
        return List.of(list.number("/start"), list.number("/end"));
    }

    private static void timesAreRounded(Emulator api) {
        for (int i = 0; i < 5; i++) {
            // So that not all of them are whole seconds already.
            api.advanceClock(Duration.ofMillis(137));
            Answer created = api.token("user" + i);
            Answer listed = api.list("start=" + i + "&end=" + (i + 1));
            long expiresAt = Math.round(created.number("/expiresAt") / 1000.0) * 1000;
            assertThat(listed.number("/accessTokens/0/accessTokenExpiresAt")).isEqualTo(expiresAt);
            assertThat(listed.number("/accessTokens/0/createdAt")).isEqualTo(expiresAt - 3_600_000);
            assertThat(listed.number("/accessTokens/0/refreshTokenExpiresAt")).isEqualTo(expiresAt + 82_800_000);
            assertThat(api.update("{'accessToken':'" + created.text("/accessToken") + "'}").isSuccess()
                    .number("/accessTokenExpiresAt")).isEqualTo(expiresAt);
        }
    }
}

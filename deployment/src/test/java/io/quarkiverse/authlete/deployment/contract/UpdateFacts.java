package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.missing;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** {@code POST …/auth/token/update}. */
final class UpdateFacts {

    private static final long HOUR = 3_600_000;

    static final Chapter CHAPTER = new Chapter("update", "Update",
            "An update that is refused is answered with HTTP status 200 and an action.", List.of(
                    documented("A success has the code `A135001`", "", "The same.",
                            api -> update(api, api.token("john"), "").is("OK", "A135001")),
                    documented(
                            "The first of `accessToken`, `accessTokenHash`, `refreshToken`, `refreshTokenHash` names the token",
                            "`tokenId` comes last.", "The same, without the place of `tokenId`. Older servers do not know the "
                                    + "refresh token.",
                            UpdateFacts::theFirstNameCounts),
                    ourDecision("The first name counts even if it names no token", "`NOT_FOUND`.", "Nothing.", api -> {
                        String value = api.token("john").text("/accessToken");
                        api.update("{'accessToken':'unknown','accessTokenHash':'" + Hash.of(value) + "'}").is("NOT_FOUND",
                                "A134202");
                    }),
                    documented("An update names a token", "Else `BAD_REQUEST`, `A134201`.", "The same.",
                            api -> api.update("{'scopes':['read']}").is("BAD_REQUEST", "A134201")),
                    documented("An unknown token is not found", "`NOT_FOUND`, `A134202`.", "The same.",
                            api -> api.update("{'accessToken':'unknown'}").is("NOT_FOUND", "A134202")),
                    documented("A token of another service is forbidden", "`FORBIDDEN`, `A134203`.", "The same.", api -> {
                        Answer foreign = api.foreignToken();
                        update(api, foreign, "").is("FORBIDDEN", "A134203");
                        api.update("{'refreshToken':'" + foreign.text("/refreshToken") + "'}").is("FORBIDDEN", "A134203");
                    }),
                    documented("An expiry that is absent, 0 or negative changes nothing", "", "The same.", api -> {
                        Answer token = api.token("john");
                        long before = update(api, token, "").number("/accessTokenExpiresAt");
                        for (String expiry : List.of("null", "0", "-1")) {
                            assertThat(update(api, token, ",'accessTokenExpiresAt':" + expiry + ",'refreshTokenExpiresAt':"
                                    + expiry).number("/accessTokenExpiresAt")).isEqualTo(before);
                        }
                        assertThat(update(api, token, ",'accessTokenExpiresAt':" + (before + 5000))
                                .number("/accessTokenExpiresAt")).isEqualTo(before + 5000);
                    }),
                    example("Expiries are answered in whole seconds", "", "So in examples.", api -> {
                        Answer token = api.token("john");
                        long before = update(api, token, "").number("/accessTokenExpiresAt");
                        assertThat(update(api, token, ",'accessTokenExpiresAt':" + (before + 5400))
                                .number("/accessTokenExpiresAt")).isEqualTo(before + 5000);
                    }),
                    documented("`accessTokenPersistent` wins over an expiry",
                            "`false` alone changes nothing.", "The first; with `false`, an expiry counts.", api -> {
                                Answer token = api.token("john");
                                long soon = api.now() + 10_000;
                                update(api, token, ",'accessTokenPersistent':true,'accessTokenExpiresAt':" + soon).isSuccess();
                                update(api, token, ",'accessTokenPersistent':false").isSuccess();
                                api.advanceClock(Duration.ofDays(1));
                                assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isEqualTo(1);
                                update(api, token, ",'accessTokenPersistent':false,'accessTokenExpiresAt':" + soon).isSuccess();
                                assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isZero();
                            }),
                    documented("Scopes and properties that are absent or null change nothing", "Empty lists empty them.",
                            "The first.", api -> {
                                Answer token = api.token("john", ",'properties':[{'key':'k','value':'v'}]");
                                Answer same = update(api, token, ",'scopes':null,'properties':null");
                                assertThat(same.at("/scopes")).hasSize(2);
                                assertThat(same.at("/properties")).hasSize(1);
                                Answer none = update(api, token, ",'scopes':[],'properties':[]");
                                assertThat(none.at("/scopes")).isEmpty();
                                assertThat(none.at("/properties")).isEmpty();
                            }),
                    documented("Scopes that the service does not support are left out", "",
                            "The same, and so are those that the client may not request.",
                            api -> assertThat(update(api, api.token("john"), ",'scopes':['read','other']").at("/scopes"))
                                    .hasToString("[\"read\"]")),
                    documented("`…ExpiresAtUpdatedOnScopeUpdate` takes the shortest duration of the new scopes",
                            "Of the scope attributes `access_token.duration` and `refresh_token.duration`, which "
                                    + "`scope-attributes` sets.",
                            "The same.", api -> {
                                Answer token = api.token("john");
                                long now = api.now();
                                Answer updated = update(api, token, ",'scopes':['read','short','long'],"
                                        + "'accessTokenExpiresAtUpdatedOnScopeUpdate':true,"
                                        + "'refreshTokenExpiresAtUpdatedOnScopeUpdate':true");
                                assertThat(updated.number("/accessTokenExpiresAt")).isBetween(now + 59_000, now + 90_000);
                                assertThat(updated.number("/refreshTokenExpiresAt")).isBetween(now + 119_000, now + 150_000);
                            }),
                    documented("`…ExpiresAtUpdatedOnScopeUpdate` does nothing else",
                            "Not without such an attribute, not if the scopes stay the same, and not if an expiry is given.",
                            "The same.", UpdateFacts::theFlagDoesNothingElse),
                    documented("`accessTokenValueUpdated` makes a new value and returns it", "The old one is unknown at once.",
                            "The first.", api -> {
                                Answer token = api.token("john");
                                String value = update(api, token, ",'accessTokenValueUpdated':true").text("/accessToken");
                                assertThat(value).isNotEmpty().isNotEqualTo(token.text("/accessToken"));
                                update(api, token, "").is("NOT_FOUND", "A134202");
                                api.update("{'accessToken':'" + value + "'}").isSuccess();
                            }),
                    documented("`authorizationDetails` are replaced as a whole", "Null changes nothing.", "The same.", api -> {
                        Answer token = api.token("john", ",'authorizationDetails':{'elements':[{'type':'a'},{'type':'b'}]}");
                        assertThat(update(api, token, ",'authorizationDetails':null").at("/authorizationDetails/elements"))
                                .hasSize(2);
                        assertThat(update(api, token, ",'authorizationDetails':{'elements':[{'type':'c'}]}")
                                .at("/authorizationDetails/elements")).hasToString("[{\"type\":\"c\"}]");
                    }),
                    ourDecision("An absent `forExternalAttachment` changes nothing", "",
                            "The vendor's client always sends it, so it may count as false.", api -> {
                                Answer token = api.token("john", ",'forExternalAttachment':true");
                                assertThat(update(api, token, "").at("/forExternalAttachment").booleanValue()).isTrue();
                            }),
                    ourDecision("An expired token can be updated, and be valid again", "", "Nothing.", api -> {
                        Answer token = api.token("john", ",'accessTokenDuration':1");
                        api.advanceClock(Duration.ofMinutes(1));
                        update(api, token, ",'accessTokenExpiresAt':" + (api.now() + HOUR)).isSuccess();
                        assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isEqualTo(1);
                    }),
                    missing("A token never outlives its client or service", "Neither can be deleted.",
                            "`A134107` and `A134204`.")));

    private UpdateFacts() {
    }

    private static Answer update(Emulator api, Answer token, String more) {
        return api.update("{'accessToken':'" + token.text("/accessToken") + "'" + more + "}");
    }

    private static void theFirstNameCounts(Emulator api) {
        Answer john = api.token("john");
        String request = "'tokenId':'" + john.text("/tokenId") + "'";
        assertThat(api.update("{" + request + "}").isSuccess().text("/tokenId")).isEqualTo(john.text("/tokenId"));
        List<String> names = List.of("refreshTokenHash", "refreshToken", "accessTokenHash", "accessToken");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Answer next = api.token("user" + i);
            String value = next.text("/" + name.replace("Hash", ""));
            request = "'" + name + "':'" + (name.endsWith("Hash") ? Hash.of(value) : value) + "'," + request;
            assertThat(api.update("{" + request + "}").isSuccess().text("/tokenId")).as(name)
                    .isEqualTo(next.text("/tokenId"));
        }
    }

    private static void theFlagDoesNothingElse(Emulator api) {
        String flags = ",'accessTokenExpiresAtUpdatedOnScopeUpdate':true,'refreshTokenExpiresAtUpdatedOnScopeUpdate':true";
        Answer token = api.token("john");
        long before = update(api, token, "").number("/accessTokenExpiresAt");
        api.advanceClock(Duration.ofMinutes(5));
        assertThat(update(api, token, ",'scopes':['read']" + flags).number("/accessTokenExpiresAt")).isEqualTo(before);

        update(api, token, ",'scopes':['read','short']").isSuccess();
        assertThat(update(api, token, ",'scopes':['short','read']" + flags).number("/accessTokenExpiresAt"))
                .as("the same scopes").isEqualTo(before);
        assertThat(update(api, token, ",'scopes':['short'],'accessTokenExpiresAt':" + (before + 5000) + flags)
                .number("/accessTokenExpiresAt")).as("an expiry").isEqualTo(before + 5000);
    }
}

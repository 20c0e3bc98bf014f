package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code POST …/auth/token/revoke}. */
final class RevokeFacts {

    static final Chapter CHAPTER = new Chapter("revoke", "Revoke", "", List.of(
            documented("The first that is given decides: access token, refresh token, client and subject, client, subject",
                    "The rest is ignored.", "The same.", api -> {
                        String both = "'clientIdentifier':'1001','subject':'john'";
                        for (String name : List.of("access", "refresh")) {
                            Answer token = api.token("jane");
                            api.token("john");
                            revoke(api, 1, "'" + name + "TokenIdentifier':'" + token.text("/" + name + "Token") + "'," + both);
                        }
                        api.token("jane");
                        api.create("{'grantType':'PASSWORD','clientId':1002,'subject':'john'}").isSuccess();
                        revoke(api, 2, both);
                        revoke(api, 1, "'clientIdentifier':'1001'");
                        revoke(api, 1, "'subject':'john'");
                    }),
            documented("Identifiers are values or hashes", "", "The same.", api -> {
                Map<String, Answer> tokens = Map.of("access", api.token("john"), "refresh", api.token("jane"));
                tokens.forEach((name, token) -> revoke(api, 1,
                        "'" + name + "TokenIdentifier':'" + Hash.of(token.text("/" + name + "Token")) + "'"));
            }),
            documented("Something has to be named", "Else 400.", "The same.", api -> {
                assertThat(api.revoke("{}").status()).isEqualTo(400);
                assertThat(api.revoke("{'subject':''}").status()).isEqualTo(400);
            }),
            documented("Access token and refresh token are revoked together", "", "The same.", api -> {
                Answer token = api.token("john");
                revoke(api, 1, "'refreshTokenIdentifier':'" + token.text("/refreshToken") + "'");
                api.update("{'accessToken':'" + token.text("/accessToken") + "'}").is("NOT_FOUND", "A134202");
            }),
            example("A success has the code `A312001` and `count`", "A pair counts once. The message has no prefix.",
                    "`count` is documented, the rest is in an example.", api -> {
                        api.token("john");
                        Answer revoked = api.revoke("{'subject':'john'}").is(200, "A312001");
                        assertThat(revoked.number("/count")).isEqualTo(1);
                        assertThat(revoked.text("/resultMessage")).doesNotContain("[");
                    }),
            ourDecision("If nothing matches, the count is 0", "200. An alias matches nothing either.",
                    "404 is listed, but not when.", api -> {
                        api.token("john");
                        revoke(api, 0, "'subject':'nobody'");
                        revoke(api, 0, "'accessTokenIdentifier':'unknown','subject':'john'");
                        revoke(api, 0, "'clientIdentifier':'alias'");
                    }),
            ourDecision("Revoked tokens are gone", "From the list too.",
                    "Revoking makes tokens invalid; whether they stay in the list is not public.", api -> {
                        api.token("john");
                        revoke(api, 1, "'subject':'john'");
                        assertThat(api.list("tokenStatus=ALL").number("/totalCount")).isZero();
                    }),
            ourDecision("Expired tokens are revoked, too", "", "Nothing.", api -> {
                api.token("john");
                api.advanceClock(Duration.ofDays(2));
                revoke(api, 1, "'subject':'john'");
            })));

    private RevokeFacts() {
    }

    private static void revoke(Emulator api, int count, String members) {
        assertThat(api.revoke("{" + members + "}").isSuccess().number("/count")).as(members).isEqualTo(count);
    }
}

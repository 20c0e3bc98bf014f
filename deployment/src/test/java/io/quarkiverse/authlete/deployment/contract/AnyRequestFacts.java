package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.inferred;
import static io.quarkiverse.authlete.deployment.contract.Fact.missing;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What holds for all endpoints. */
final class AnyRequestFacts {

    static final Chapter CHAPTER = new Chapter("any", "Any request", "", List.of(
            documented("Single tokens are created, updated and revoked with JSON or a form",
                    "A batch is JSON.", "The same.", api -> {
                        Answer created = api.form("/create", "grantType=PASSWORD&clientId=1001&subject=john").isSuccess();
                        api.form("/update", "accessToken=" + created.text("/accessToken")).isSuccess();
                        assertThat(api.form("/revoke", "subject=john").isSuccess().number("/count")).isEqualTo(1);
                        assertThat(api.form("/create/batch", "grantType=PASSWORD").status()).isBetween(400, 499);
                    }),
            documented("In a form, spaces separate scopes",
                    "And `resources`. A comma is a part of a scope. A field may also occur several times.",
                    "Spaces, for another endpoint.", api -> {
                        for (String scopes : List.of("scopes=read+write", "scopes=read&scopes=write")) {
                            assertThat(api.form("/create", "grantType=PASSWORD&clientId=1001&subject=john&" + scopes)
                                    .isSuccess().at("/scopes")).hasToString("[\"read\",\"write\"]");
                        }
                    }),
            documented("`properties` are read from JSON only", "A form ignores them, and `authorizationDetails` too.",
                    "The first.", api -> assertThat(api.form("/create", "grantType=PASSWORD&clientId=1001&subject=john"
                            + "&properties=%5B%7B%22key%22%3A%22k%22%7D%5D").isSuccess().isNullOrAbsent("/properties"))
                            .isTrue()),
            documented("A POST without a `Content-Type` is refused", "400 `A258201`.", "The code; the status is inferred.",
                    api -> api.send(api.request("/create").POST(BodyPublishers.ofString("{}"))).is(400, "A258201")),
            documented("What the HTTP framework refuses has the code `A000201`",
                    "405 for another method, 415 for another content type. 400, 404 and 413 have it, too.",
                    "The code, with 405 and 415 as its examples.", api -> {
                        api.send(api.request("/create")).is(405, "A000201");
                        api.send(api.request("/create").header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))).is(415, "A000201");
                        api.create("{").is(400, "A000201");
                        api.send(api.request("/unknown")).is(404, "A000201");
                        api.create("{'subject':'" + "a".repeat(1024 * 1024) + "'}").is(413, "A000201");
                    }),
            documented("General errors are worded `[code] /path, text`, and those of an operation `[code] text`", "",
                    "The same, though some codes come without any prefix.", api -> {
                        assertThat(api.list("clientIdentifier=9999").text("/resultMessage"))
                                .startsWith("[A001212] /auth/token/get/list, ");
                        assertThat(api.create("{}").text("/resultMessage")).startsWith("[A104201] ").doesNotContain("/auth/");
                    }),
            documented("Only create and update are answered with an `action`", "", "The same.", api -> {
                assertThat(api.token("john").text("/action")).isEqualTo("OK");
                assertThat(api.update("{}").text("/action")).isEqualTo("BAD_REQUEST");
                assertThat(api.list("").isNullOrAbsent("/action")).isTrue();
                assertThat(api.revoke("{'subject':'john'}").isNullOrAbsent("/action")).isTrue();
                assertThat(api.batch("[]").isNullOrAbsent("/action")).isTrue();
            }),
            inferred("No request is idempotent by a key", "The same create twice issues two tokens.",
                    "No document has such a key.", api -> {
                        String body = "{\"grantType\":\"PASSWORD\",\"clientId\":1001,\"subject\":\"john\"}";
                        for (int i = 0; i < 2; i++) {
                            api.send(api.request("/create").header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "k").POST(BodyPublishers.ofString(body))).isSuccess();
                        }
                        assertThat(api.list("").number("/totalCount")).isEqualTo(2);
                    }),
            example("Above the rate limit, a gateway answers 429 with an HTML page",
                    "There is none by default. It comes before all checks except that of the API token.",
                    "Seen, with about 50 requests per second. Limits are not public.", api -> {
                        Answer refused = refusedByLimit();
                        assertThat(refused.header("Content-Type")).startsWith("text/html");
                        assertThat(refused.body()).contains("<html>").doesNotContain("resultCode");
                    }),
            documented("After 429, `RateLimit-Reset` has the seconds to wait", "Whole seconds.", "The same.",
                    api -> assertThat(refusedByLimit().header("RateLimit-Reset")).matches("[1-9][0-9]*")),
            ourDecision("429 comes without `Retry-After`", "A second begins with the first request after the last one.",
                    "Nothing.", api -> assertThat(refusedByLimit().header("Retry-After")).isNull()),
            ourDecision("An unknown path is 404", "", "Nothing.",
                    api -> assertThat(api.send(api.request("/unknown")).status()).isEqualTo(404)),
            ourDecision("A body that can't be read is refused",
                    "400: malformed JSON, nesting deeper than 500, invalid UTF-8, half a surrogate pair, a value of another type. "
                            + "413: more than 1 MiB.",
                    "400 exists.", api -> {
                        for (String body : List.of("{", "[]", "1", "{'grantType':{}}",
                                "{'grantType':'PASSWORD','subject':'john','clientId':'many'}",
                                "{'grantType':'PASSWORD','subject':'\\ud83d'}")) {
                            api.create(body).is(400, "A000201");
                        }
                        api.create("{'new':".repeat(501) + "1" + "}".repeat(501)).is(400, "A000201");
                        api.form("/create", "grantType=PASSWORD&clientId=1001&subject=%FF").is(400, "A000201");
                        api.create("{'grantType':'PASSWORD','clientId':1001,'subject':7}").isSuccess();
                        assertThat(api.create("{'subject':'" + "a".repeat(1024 * 1024) + "'}").status()).isEqualTo(413);
                    }),
            ourDecision("Unknown members of a request are ignored", "", "Nothing.", api -> api.token("john", ",'new':[{}]")),
            ourDecision("Of a member that occurs twice, the last one counts",
                    "In JSON. In a form, it is the first, but lists take all.",
                    "Nothing.",
                    api -> {
                        assertThat(api.create("{'grantType':'PASSWORD','clientId':1001,'subject':'john','subject':'jane'}")
                                .isSuccess().text("/subject")).isEqualTo("jane");
                        assertThat(api.form("/create", "grantType=PASSWORD&clientId=1001&subject=john&subject=jane")
                                .isSuccess().text("/subject")).isEqualTo("john");
                    }),
            ourDecision("Codes that end in 80 and above are the emulator's own",
                    "For what has no published code, such as a fault on demand (`A001180`) or an unknown API token (`A001280`).",
                    "Nothing.", api -> {
                        api.list("tokenStatus=EXPIRED").is(400, "A159280");
                        api.create("{'grantType':'PASSWORD','clientId':1001,'subject':'john','accessTokenDuration':-1}")
                                .is("BAD_REQUEST", "A108280");
                        api.batch("[]").is(400, "A482280");
                        api.revoke("{}").is(400, "A312280");
                    }),
            ourDecision("An empty text counts as absent, an empty list does not",
                    "Also where a number is due, as in `start=`.",
                    "For the lists of an update, only `null` and absence mean \"unchanged\".", api -> {
                        api.create("{'grantType':''}").is("BAD_REQUEST", "A104201");
                        assertThat(api.list("start=").isSuccess().number("/start")).isZero();
                        Answer token = api.token("john", ",'clientIdentifier':'','accessTokenDuration':''");
                        assertThat(api.update("{'accessToken':'" + token.text("/accessToken") + "','scopes':[]}").isSuccess()
                                .at("/scopes")).isEmpty();
                    }),
            ourDecision("A client without configuration is any positive number",
                    "`clients` names them, `locked-clients` those that are locked. Clients have no aliases.",
                    "A client is registered, and named by its ID or its alias.", api -> {
                        try (Emulator open = Emulator.start("clients=", "locked-clients=")) {
                            open.create("{'grantType':'PASSWORD','clientId':123456,'subject':'john'}").isSuccess();
                        }
                    }),
            missing("Every API is on", "",
                    "A plan or a configuration may lack one (`A001217`, `A001223`). The free plan has no list.")));

    private AnyRequestFacts() {
    }

    private static Answer refusedByLimit() {
        try (Emulator limited = Emulator.start("rate-limit=1")) {
            for (int i = 0; i < 1000; i++) {
                // Malformed, to see which check comes first.
                Answer answer = limited.list("start=x");
                if (answer.status() == 429) {
                    return answer;
                }
                answer.is(400, "A159201");
            }
        }
        throw new AssertionError("There is no limit");
    }
}

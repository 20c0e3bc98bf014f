package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.missing;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** {@code POST …/auth/token/create/batch} and its status. */
final class BatchFacts {

    static final Chapter CHAPTER = new Chapter("batch", "Create a batch",
            "The endpoints are in the vendor's API reference, and were in older OpenAPI documents.", List.of(
                    example("A batch is answered with a `requestId`",
                            "An array of create requests: 200 `A482001`. The ID is base64url.",
                            "The request is documented, the code and the ID are in an example.", api -> {
                                Answer taken = api.batch(batch(element("a", ""), element("b", ""))).is(200, "A482001");
                                assertThat(taken.text("/requestId")).matches("[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43}");
                            }),
                    documented("Each request needs an `accessToken`", "Else the batch fails.",
                            "The rule, in the document of 2024; not how a service refuses.", api -> {
                                String without = "{'grantType':'CLIENT_CREDENTIALS','clientId':1001}";
                                assertThat(api.endOf(api.batch(batch(without))).text("/status/result")).isEqualTo("FAILED");
                            }),
                    documented("A request needs a `refreshToken` if the service issues one", "Else the batch fails.",
                            "Needed in some cases, such as a service with the refresh grant.",
                            api -> {
                                String without = element("a", "").replace(",'refreshToken':'r-a'", "");
                                assertThat(api.endOf(api.batch(batch(without))).text("/status/result")).isEqualTo("FAILED");
                                String client = without.replace("PASSWORD", "CLIENT_CREDENTIALS");
                                assertThat(api.endOf(api.batch(batch(client))).text("/status/result")).isEqualTo("SUCCEEDED");
                            }),
                    example("The status is answered with `A447001`", "Its message has no prefix.", "So in an example.",
                            api -> {
                                Answer status = api.endOf(api.batch(batch(element("a", "")))).is(200, "A447001");
                                assertThat(status.text("/resultMessage")).doesNotContain("[");
                                assertThat(status.text("/status/batchKind")).isEqualTo("CREATE");
                            }),
                    example("The status of an unknown batch is 404 `A481302`", "", "So in an example.",
                            api -> api.batchStatus("unknown").is(404, "A481302")),
                    documented("A batch ends with `SUCCEEDED` or `FAILED`", "",
                            "The same; one document spells `SUCCEED`.", api -> {
                                Answer taken = api.batch(batch(element("a", "")));
                                assertThat(api.endOf(taken).text("/status/result")).isEqualTo("SUCCEEDED");
                                assertThat(api.endOf(api.batch(batch(element("a", "")))).text("/status/result"))
                                        .isEqualTo("FAILED");
                            }),
                    documented("`tokenCount` is the number of tokens that have been processed", "Those of a dry run as well.",
                            "The same.", api -> {
                                String two = batch(element("a", ""), element("b", ""));
                                assertThat(api.endOf(api.post("/create/batch?dryRun=true", two)).number("/status/tokenCount"))
                                        .isEqualTo(2);
                                assertThat(api.endOf(api.batch(two)).number("/status/tokenCount")).isEqualTo(2);
                            }),
                    example("`createdAt` and `modifiedAt` of a batch are milliseconds of whole seconds", "",
                            "The unit is documented, the rounding is in an example.", api -> {
                                Answer taken = api.batch(batch(element("a", "")));
                                long now = api.now();
                                Answer status = api.endOf(taken);
                                assertThat(status.number("/status/createdAt") % 1000).isZero();
                                assertThat(status.number("/status/modifiedAt") % 1000).isZero();
                                assertThat(status.number("/status/createdAt")).isBetween(now - 60_000, now + 1000);
                            }),
                    documented("A dry run creates nothing", "It has an ID and a status too, and fails as the batch would.",
                            "The same.", api -> {
                                String good = batch(element("a", ""));
                                api.endOf(api.post("/create/batch?dryRun=true", good));
                                assertThat(api.list("").number("/totalCount")).isZero();
                                String bad = batch(element("a", ""), element("a", ""));
                                assertThat(api.endOf(api.post("/create/batch?dryRun=true", bad)).text("/status/result"))
                                        .isEqualTo("FAILED");
                                assertThat(api.endOf(api.batch(good)).text("/status/result")).isEqualTo("SUCCEEDED");
                            }),
                    documented("A batch that fails may have created some of its tokens",
                            "Only on demand, by `Fault.batchFailsAfter`.", "The same.", api -> {
                                api.fault("{'kind':'BATCH_FAILURE','times':1,'tokens':1}");
                                Answer status = api.endOf(api.batch(batch(element("a", ""), element("b", ""))));
                                assertThat(status.text("/status/result")).isEqualTo("FAILED");
                                assertThat(status.number("/status/tokenCount")).isEqualTo(1);
                                assertThat(api.list("").number("/totalCount")).isEqualTo(1);
                            }),
                    ourDecision("Without `Fault.batchFailsAfter`, a batch creates all or nothing",
                            "By the rules of create. `errorCode` is what the create would have had, `errorDescription` tells the "
                                    + "index.",
                            "The fields.", api -> {
                                Answer status = api
                                        .endOf(api.batch(batch(element("a", ""), element("b", ",'scopes':['other']"))));
                                assertThat(status.text("/status/result")).isEqualTo("FAILED");
                                assertThat(status.text("/status/errorCode")).isEqualTo("A106201");
                                assertThat(status.text("/status/errorDescription")).contains("index 1");
                                assertThat(api.list("").number("/totalCount")).isZero();
                            }),
                    ourDecision("Values that occur twice in a batch fail it", "", "Nothing.", api -> {
                        assertThat(api.endOf(api.batch(batch(element("a", ""), element("a", "")))).text("/status/errorCode"))
                                .isEqualTo("A144201");
                    }),
                    ourDecision("A batch is carried out after 300 ms",
                            "By the xref:testing.adoc#clock[clock of the emulator]. Its tokens are in no list before.",
                            "It runs asynchronously.", api -> {
                                nothingHappensBefore(api);
                                Answer taken = api.batch(batch(element("last", "").replace("john", "jane")));
                                api.advanceClock(Duration.ofMillis(300));
                                assertThat(api.list("subject=jane").number("/totalCount")).isEqualTo(1);
                                assertThat(api.batchStatus(taken.text("/requestId")).text("/status/result"))
                                        .isEqualTo("SUCCEEDED");
                            }),
                    ourDecision("A batch that is no array of objects, or empty, is refused",
                            "400. So is a `dryRun` that is neither `true` nor `false`.", "Nothing.", api -> {
                                for (String body : List.of("[]", "{}", "[1]", "[null]", "")) {
                                    assertThat(api.batch(body).status()).as(body).isEqualTo(400);
                                }
                                assertThat(api.post("/create/batch?dryRun=maybe", batch(element("a", ""))).status())
                                        .isEqualTo(400);
                            }),
                    ourDecision("The last 100 finished batches of a service are remembered",
                            "A batch is as large as a body may be, 1 MiB.", "Nothing.", api -> {
                                Answer first = api.batch(batch(element("a", "")));
                                api.endOf(first);
                                for (int i = 0; i < 100; i++) {
                                    api.endOf(api.batch(batch(element("t" + i, ""))));
                                }
                                assertThat(api.batchStatus(first.text("/requestId")).status()).isEqualTo(404);
                            }),
                    missing("Nobody is notified of the end of a batch", "",
                            "The service property `tokenBatchNotificationEndpoint`.")));

    private BatchFacts() {
    }

    /** A busy machine may need more than 300 ms for the requests, but not each time. */
    private static void nothingHappensBefore(Emulator api) {
        for (int i = 0; i < 100; i++) {
            long start = System.nanoTime();
            Answer status = api.batchStatus(
                    api.batch(batch(element("t" + i, "").replace("john", "early" + i))).text("/requestId"));
            Answer listed = api.list("subject=early" + i);
            if (System.nanoTime() - start < 300_000_000) {
                assertThat(status.isNullOrAbsent("/status/result")).isTrue();
                assertThat(listed.number("/totalCount")).isZero();
                return;
            }
        }
        throw new AssertionError("Three requests always take longer than 300 ms");
    }

    private static String batch(String... elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String element(String value, String more) {
        return "{'grantType':'PASSWORD','clientId':1001,'subject':'john','accessToken':'" + value + "','refreshToken':'r-"
                + value + "'" + more + "}";
    }
}

package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.missing;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** {@code DELETE …/auth/token/delete/{identifier}}. */
final class DeleteFacts {

    static final Chapter CHAPTER = new Chapter("delete", "Delete", "", List.of(
            documented("A token is deleted by its access token, its refresh token, or the hash of either", "",
                    "The same, since 2.2.4.", api -> {
                        for (String name : List.of("accessToken", "refreshToken")) {
                            assertThat(api.delete(api.token("john").text("/" + name)).status()).as(name).isEqualTo(204);
                            assertThat(api.delete(Hash.of(api.token("john").text("/" + name))).status()).as(name)
                                    .isEqualTo(204);
                        }
                        assertThat(api.list("").number("/totalCount")).isZero();
                    }),
            documented("Access token and refresh token go together", "", "The same.", api -> {
                Answer john = api.token("john");
                Answer jane = api.token("jane");
                api.delete(john.text("/accessToken"));
                api.delete(jane.text("/refreshToken"));
                api.update("{'refreshToken':'" + john.text("/refreshToken") + "'}").is("NOT_FOUND", "A134202");
                api.update("{'accessToken':'" + jane.text("/accessToken") + "'}").is("NOT_FOUND", "A134202");
            }),
            documented("The answer is 204 without a body", "", "The same.", api -> {
                Answer deleted = api.delete(api.token("john").text("/accessToken"));
                assertThat(deleted.status()).isEqualTo(204);
                assertThat(deleted.body()).isEmpty();
            }),
            documented("An identifier is needed", "400 `A161201`.", "The code; not the status.",
                    api -> api.send(api.request("/delete/").DELETE()).is(400, "A161201")),
            documented("An unknown token has the code `A161202`", "", "The same.",
                    api -> assertThat(api.delete("unknown").text("/resultCode")).isEqualTo("A161202")),
            ourDecision("An unknown token is 404", "", "400, 401, 403 and 500 are listed, and 404 is not.",
                    api -> assertThat(api.delete("unknown").status()).isEqualTo(404)),
            documented("A token of another service is forbidden", "403 `A161203`.", "The code; not the status.", api -> {
                Answer foreign = api.foreignToken();
                api.delete(foreign.text("/accessToken")).is(403, "A161203");
                api.delete(Hash.of(foreign.text("/refreshToken"))).is(403, "A161203");
            }),
            ourDecision("An identifier is percent-encoded", "So a chosen value may have `/`, `+` or `=`.",
                    "The vendor's client does not encode.", api -> {
                        api.token("john", ",'accessToken':'a/b+c='");
                        assertThat(api.delete("a/b+c=").status()).isEqualTo(204);
                    }),
            missing("Clients can't be deleted", "", "Their tokens are deleted with them.")));

    private DeleteFacts() {
    }
}

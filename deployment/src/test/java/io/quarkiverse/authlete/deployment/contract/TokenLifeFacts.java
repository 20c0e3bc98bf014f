package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** What happens to tokens without a call, or beside one. */
final class TokenLifeFacts {

    static final Chapter CHAPTER = new Chapter("life", "The life of tokens",
            "The emulator keeps what it has, so that a test finds it again. Of the real service, the following is documented.",
            List.of(
                    ourDecision("Tokens that nobody uses stay", "",
                            "They are deleted after 90 days, whatever their expiry, refresh tokens too. Introspection and "
                                    + "update are use.",
                            api -> {
                                api.token("john", ",'accessTokenPersistent':true");
                                api.advanceClock(Duration.ofDays(100));
                                assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isEqualTo(1);
                            }),
                    ourDecision("Expired tokens stay", "",
                            "They are deleted; when is not public. Introspection of an expired token deletes it at once.",
                            api -> {
                                api.token("john");
                                api.advanceClock(Duration.ofDays(1000));
                                assertThat(api.list("tokenStatus=INVALID").number("/totalCount")).isEqualTo(1);
                            }),
                    ourDecision("A token has expired at its expiry, not after it", "", "Nothing.", api -> {
                        String value = api.token("jane").text("/accessToken");
                        long soon = (api.now() / 1000 + 60) * 1000;
                        api.update("{'accessToken':'" + value + "','accessTokenExpiresAt':" + soon + "}").isSuccess();
                        api.advanceClock(Duration.ofMillis(soon - api.now()));
                        assertThat(api.list("tokenStatus=INVALID").number("/totalCount")).isEqualTo(1);
                    }),
                    ourDecision("A user may have several tokens of a client", "",
                            "A service or a client may allow one only; a new one then ends the others.", api -> {
                                api.token("john");
                                api.token("john");
                                assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isEqualTo(2);
                            }),
                    ourDecision("An access token may outlive its refresh token", "",
                            "Not with \"expiration linked\" set in the service.", api -> {
                                assertThat(api.token("john", ",'accessTokenDuration':20,'refreshTokenDuration':10")
                                        .number("/expiresIn")).isEqualTo(20);
                            })));

    private TokenLifeFacts() {
    }
}

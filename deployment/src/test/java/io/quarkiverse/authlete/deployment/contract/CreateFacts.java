package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.inferred;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** {@code POST …/auth/token/create}. */
final class CreateFacts {

    static final Chapter CHAPTER = new Chapter("create", "Create",
            "A create that is refused is answered with HTTP status 200 and an action, unless a row says otherwise. The actions of "
                    + "most refusals are inferred from their codes.",
            List.of(
                    documented("A success has the code `A109001`",
                            "Its message has the grant type in lower case and the client.", "The same.", api -> {
                                Answer created = api.token("john").is("OK", "A109001");
                                assertThat(created.text("/resultMessage")).startsWith("[A109001] ")
                                        .contains(" password", "1001");
                            }),
                    documented("The grant type is required", "`BAD_REQUEST`, `A104201`.", "The same.",
                            api -> api.create("{'clientId':1001,'subject':'john'}").is("BAD_REQUEST", "A104201")),
                    documented("`REFRESH_TOKEN` is no grant type of a create", "`BAD_REQUEST`, `A104202`.", "The code.",
                            api -> api.create(request("REFRESH_TOKEN", "")).is("BAD_REQUEST", "A104202")),
                    documented("A grant type that the service has not enabled is refused",
                            "`BAD_REQUEST`, `A104203`. `grant-types` says which are enabled; all are by default.", "The code.",
                            api -> {
                                try (Emulator other = Emulator.start("grant-types=AUTHORIZATION_CODE")) {
                                    other.create(request("PASSWORD", "")).is("BAD_REQUEST", "A104203");
                                    other.create(request("AUTHORIZATION_CODE", "")).isSuccess();
                                }
                            }),
                    documented("The subject is required", "`BAD_REQUEST`, `A105201`. Not for `JWT_BEARER`.", "The same.",
                            api -> {
                                api.create("{'grantType':'PASSWORD','clientId':1001}").is("BAD_REQUEST", "A105201");
                                api.create("{'grantType':'JWT_BEARER','clientId':1001}").isSuccess();
                            }),
                    documented("A subject has at most 100 characters", "`BAD_REQUEST`, `A105202`.", "The code.", api -> {
                        api.token("a".repeat(100));
                        api.create(request("PASSWORD", "").replace("john", "a".repeat(101))).is("BAD_REQUEST", "A105202");
                    }),
                    documented("A subject is ASCII", "`BAD_REQUEST`, `A105203`.", "The code.",
                            api -> api.create(request("PASSWORD", "").replace("john", "j\u00f6hn")).is("BAD_REQUEST",
                                    "A105203")),
                    documented("`CLIENT_CREDENTIALS` ignores the subject", "", "The same.",
                            api -> assertThat(api.create(request("CLIENT_CREDENTIALS", "")).isSuccess()
                                    .isNullOrAbsent("/subject")).isTrue()),
                    documented("A scope that the service does not support is refused", "`BAD_REQUEST`, `A106201`.",
                            "The code. Those of the client are not mentioned.",
                            api -> api.create(request("PASSWORD", ",'scopes':['read','other']")).is("BAD_REQUEST", "A106201")),
                    documented("An unknown client is refused", "`BAD_REQUEST`, `A107201`. So is a create without one.",
                            "The code.", api -> {
                                api.create(request("PASSWORD", "").replace("1001", "9999")).is("BAD_REQUEST", "A107201");
                                api.create("{'grantType':'PASSWORD','subject':'john'}").is("BAD_REQUEST", "A107201");
                            }),
                    documented("A client of another service is refused", "`FORBIDDEN`, `A107202`.", "The same.",
                            api -> api.create(request("PASSWORD", "").replace("1001", "2001")).is("FORBIDDEN", "A107202")),
                    documented("A locked client is refused", "`FORBIDDEN`, `A107203`.", "The code.",
                            api -> api.create(request("PASSWORD", "").replace("1001", "1003")).is("FORBIDDEN", "A107203")),
                    documented("A client may also be named by `clientIdentifier`", "", "The same, since 3.0.",
                            api -> assertThat(api.create("{'grantType':'PASSWORD','clientIdentifier':'1001','subject':'john'}")
                                    .isSuccess().number("/clientId")).isEqualTo(1001)),
                    inferred("Grant type, subject, scopes, client and values are checked in this order", "",
                            "From the numbers of the codes.", api -> {
                                api.token("first", ",'accessToken':'used'");
                                String wrong = "{'grantType':'REFRESH_TOKEN','scopes':['other'],'clientId':9999,"
                                        + "'accessToken':'used'}";
                                api.create(wrong).is("BAD_REQUEST", "A104202");
                                wrong = wrong.replace("REFRESH_TOKEN", "PASSWORD");
                                api.create(wrong).is("BAD_REQUEST", "A105201");
                                wrong = wrong.replace("'scopes'", "'subject':'john','scopes'");
                                api.create(wrong).is("BAD_REQUEST", "A106201");
                                wrong = wrong.replace("other", "read");
                                api.create(wrong).is("BAD_REQUEST", "A107201");
                                api.create(wrong.replace("9999", "1001")).is("BAD_REQUEST", "A144201");
                            }),
                    documented("An access token that is in use is refused", "`BAD_REQUEST`, `A144201`, even if it has expired.",
                            "The code.", api -> {
                                api.token("john", ",'accessToken':'chosen','accessTokenDuration':1");
                                api.create(request("PASSWORD", ",'accessToken':'chosen'")).is("BAD_REQUEST", "A144201");
                                api.advanceClock(Duration.ofSeconds(2));
                                api.create(request("PASSWORD", ",'accessToken':'chosen'")).is("BAD_REQUEST", "A144201");
                            }),
                    documented("A refresh token that is in use is refused", "`BAD_REQUEST`, `A144202`.", "The code.", api -> {
                        api.token("john", ",'refreshToken':'chosen'");
                        api.create(request("PASSWORD", ",'refreshToken':'chosen'")).is("BAD_REQUEST", "A144202");
                    }),
                    documented("A chosen value is any text", "", "The same: only its hash is kept.", api -> {
                        String value = "a b/c+d=\u00fc%2F?";
                        assertThat(api.token("john", ",'accessToken':'" + value + "'").text("/accessToken")).isEqualTo(value);
                        api.update("{'accessToken':'" + value + "'}").isSuccess();
                    }),
                    documented("`IMPLICIT` and `CLIENT_CREDENTIALS` have no refresh token", "", "The same.", api -> {
                        for (String grantType : List.of("IMPLICIT", "CLIENT_CREDENTIALS")) {
                            assertThat(api.create(request(grantType, "")).isSuccess().isNullOrAbsent("/refreshToken")).isTrue();
                        }
                        assertThat(api.create(request("PASSWORD", "")).isSuccess().text("/refreshToken")).isNotEmpty();
                    }),
                    documented("A service that has not enabled `REFRESH_TOKEN` issues no refresh tokens", "", "The same.",
                            api -> {
                                try (Emulator without = Emulator.start("grant-types=PASSWORD")) {
                                    assertThat(without.token("john").isNullOrAbsent("/refreshToken")).isTrue();
                                }
                            }),
                    documented("A chosen refresh token is refused where there is none",
                            "`BAD_REQUEST`, `A108202` for the service, `A108203` for `IMPLICIT`, `A108204` for "
                                    + "`CLIENT_CREDENTIALS`.",
                            "The codes.", api -> {
                                String chosen = ",'refreshToken':'chosen'";
                                api.create(request("IMPLICIT", chosen)).is("BAD_REQUEST", "A108203");
                                api.create(request("CLIENT_CREDENTIALS", chosen)).is("BAD_REQUEST", "A108204");
                                try (Emulator without = Emulator.start("grant-types=PASSWORD")) {
                                    without.create(request("PASSWORD", chosen)).is("BAD_REQUEST", "A108202");
                                }
                            }),
                    documented("A duration of 0 is that of the service", "", "The same.", api -> {
                        Answer created = api.token("john", ",'accessTokenDuration':0,'refreshTokenDuration':0");
                        assertThat(created.number("/expiresIn")).isEqualTo(3600);
                        assertThat(api.token("jane", ",'accessTokenDuration':7").number("/expiresIn")).isEqualTo(7);
                    }),
                    documented("The shortest duration of a scope comes before that of the service",
                            "`scope-attributes` sets them; clients have no durations.",
                            "The same, and then that of the client.", api -> {
                                assertThat(api.create(request("PASSWORD", ",'scopes':['read','short','long']")).isSuccess()
                                        .number("/expiresIn")).isEqualTo(60);
                                assertThat(api.create(request("PASSWORD", ",'scopes':['long']")).isSuccess()
                                        .number("/expiresIn")).isEqualTo(600);
                            }),
                    ourDecision("A negative duration is refused", "`BAD_REQUEST`.", "Nothing.",
                            api -> assertThat(api.create(request("PASSWORD", ",'accessTokenDuration':-1")).text("/action"))
                                    .isEqualTo("BAD_REQUEST")),
                    documented("A persistent token does not expire", "Its duration is ignored.", "The same.", api -> {
                        api.token("john", ",'accessTokenPersistent':true,'accessTokenDuration':1");
                        api.advanceClock(Duration.ofDays(1000));
                        assertThat(api.list("tokenStatus=VALID").number("/totalCount")).isEqualTo(1);
                    }),
                    ourDecision("A persistent token has 0 as `expiresAt` and `expiresIn`", "", "Nothing.", api -> {
                        Answer created = api.token("john", ",'accessTokenPersistent':true");
                        assertThat(created.number("/expiresAt")).isZero();
                        assertThat(created.number("/expiresIn")).isZero();
                    }),
                    documented("`authTime` is not negative", "`BAD_REQUEST`. Without a subject it is ignored.",
                            "The same, and seconds as its unit.", api -> {
                                assertThat(api.create(request("PASSWORD", ",'authTime':-1")).text("/action"))
                                        .isEqualTo("BAD_REQUEST");
                                api.token("john", ",'authTime':1700000000");
                                api.create("{'grantType':'CLIENT_CREDENTIALS','clientId':1001,'authTime':-1}").isSuccess();
                            }),
                    documented("The flags about the client's identifier exclude each other",
                            "`BAD_REQUEST` for two of `clientIdAliasUsed`, `clientEntityIdUsed` and `metadataDocumentUsed`.",
                            "The rule.",
                            api -> assertThat(api.create(request("PASSWORD",
                                    ",'clientIdAliasUsed':true,'clientEntityIdUsed':true")).text("/action"))
                                    .isEqualTo("BAD_REQUEST")),
                    documented("Reserved keys of properties are ignored",
                            "`access_token`, `token_type`, `expires_in`, `refresh_token`, `scope`, `error`, "
                                    + "`error_description`, `error_uri`, `id_token`.",
                            "The same.", CreateFacts::reservedKeysAreIgnored),
                    documented("Properties have a largest size",
                            "`BAD_REQUEST`, `A108201`: 65,535 bytes after conversion to JSON, encryption and base64url, which "
                                    + "is about 49,000 bytes of JSON.",
                            "The code and the limit.", api -> {
                                api.create(request("PASSWORD", property("k", "v".repeat(47_000)))).isSuccess();
                                api.create(request("PASSWORD", property("k", "v".repeat(50_000)))).is("BAD_REQUEST", "A108201");
                            }),
                    documented("With `dpopKeyThumbprint`, the token type is `DPoP`", "", "The same.", api -> {
                        assertThat(api.token("john", ",'dpopKeyThumbprint':'abc'").text("/tokenType")).isEqualTo("DPoP");
                        assertThat(api.token("jane").text("/tokenType")).isEqualTo("Bearer");
                    }),
                    ourDecision("What no answer shows is accepted and not kept",
                            "`resources`, `acr`, `authTime`, `jwtAtClaims`, the certificate thumbprint, and the flags about the "
                                    + "client's identifier.",
                            "Its meaning.",
                            api -> api.token("john", ",'resources':['https://example.com'],'acr':'1','jwtAtClaims':'{}',"
                                    + "'certificateThumbprint':'abc','clientIdAliasUsed':true")),
                    documented("With `jwt-access-tokens`, access tokens are JWTs",
                            "`jwtAccessToken`, beside `accessToken`, which is its `jti`. It is not signed.",
                            "The same, signed, with more claims. `A108205` if that fails.", api -> {
                                assertThat(api.token("john").isNullOrAbsent("/jwtAccessToken")).isTrue();
                                try (Emulator jwts = Emulator.start("jwt-access-tokens=true")) {
                                    Answer created = jwts.token("john");
                                    assertThat(claims(created.text("/jwtAccessToken")))
                                            .contains("\"jti\":\"" + created.text("/accessToken") + "\"",
                                                    "\"sub\":\"john\"", "\"client_id\":\"1001\"",
                                                    "\"scope\":\"read write\"", "\"exp\":");
                                }
                            })));

    private CreateFacts() {
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** @param more members, each with a comma before it */
    private static String request(String grantType, String more) {
        return "{'grantType':'" + grantType + "','clientId':1001,'subject':'john'" + more + "}";
    }

    private static String property(String key, String value) {
        return ",'properties':[{'key':'" + key + "','value':'" + value + "'}]";
    }

    private static void reservedKeysAreIgnored(Emulator api) {
        for (String key : List.of("access_token", "token_type", "expires_in", "refresh_token", "scope", "error",
                "error_description", "error_uri", "id_token")) {
            Answer created = api.token("john", property(key, "v").replace("]", ",{'key':'mine','value':'v'}]"));
            assertThat(created.json().at("/properties").findValuesAsText("key")).as(key).containsExactly("mine");
        }
    }

}

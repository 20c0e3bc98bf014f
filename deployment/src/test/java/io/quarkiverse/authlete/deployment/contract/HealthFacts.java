package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** {@code GET /api/lifecycle/healthcheck} and {@code GET /api/info}. */
final class HealthFacts {

    static final Chapter CHAPTER = new Chapter("health", "Health and version", "Neither needs an API token.", List.of(
            documented("A healthy service answers `OK`", "As `text/plain`, with `extended=true` or without.",
                    "The same.", api -> {
                        for (String query : List.of("", "?extended=true")) {
                            Answer healthy = get(api, "/api/lifecycle/healthcheck" + query);
                            assertThat(healthy.status()).isEqualTo(200);
                            assertThat(healthy.body()).isEqualTo("OK");
                            assertThat(healthy.header("Content-Type")).startsWith("text/plain");
                        }
                    }),
            documented("A service that is not healthy answers 500", "On demand, by `Fault.unhealthy`.", "The same.", api -> {
                api.fault("{'kind':'UNHEALTHY','times':1}");
                assertThat(get(api, "/api/lifecycle/healthcheck").status()).isEqualTo(500);
            }),
            documented("`GET /api/info` tells version and features", "", "The same.", api -> {
                Answer info = get(api, "/api/info");
                assertThat(info.status()).isEqualTo(200);
                assertThat(info.text("/version")).isNotEmpty();
                assertThat(info.at("/features").isArray()).isTrue();
            }),
            ourDecision("Neither counts for the rate limit", "", "Nothing.", api -> {
                try (Emulator limited = Emulator.start("rate-limit=1")) {
                    for (int i = 0; i < 20; i++) {
                        assertThat(get(limited, "/api/lifecycle/healthcheck").status()).isEqualTo(200);
                        assertThat(get(limited, "/api/info").status()).isEqualTo(200);
                    }
                }
            })));

    private HealthFacts() {
    }

    private static Answer get(Emulator api, String path) {
        return api.send(HttpRequest.newBuilder(URI.create(api.url(path))));
    }
}

package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.Uni;

/** What production gets from its environment is blank in a test, and its provider of API tokens is not for the emulator. */
class EmulatorBesideBlankPropertiesTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .withApplicationRoot(jar -> jar.addClass(VaultOfProduction.class))
            .overrideConfigKey("quarkus.authlete.url", "${AUTHLETE_URL:}")
            .overrideConfigKey("quarkus.authlete.service-id", "${AUTHLETE_SERVICE_ID:}")
            .overrideConfigKey("quarkus.authlete.eu.region", "${EU_REGION:}")
            .overrideConfigKey("quarkus.authlete.eu.url", " ")
            .overrideConfigKey("quarkus.authlete.eu.service-id", "")
            .overrideConfigKey("quarkus.authlete.eu.service-access-token", "${EU_API_TOKEN}")
            .overrideConfigKey("quarkus.authlete.jp.service-access-token", "${JP_API_TOKEN:}")
            .overrideConfigKey("quarkus.authlete.us.credentials-provider", "nowhere")
            .setLogRecordPredicate(record -> record.getLoggerName().contains("authlete"))
            .assertLogRecords(EmulatorBesideBlankPropertiesTest::assertLines);

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("jp")
    TokenOperations jp;

    @Inject
    @AuthleteServiceName("us")
    TokenOperations us;

    @Test
    void theEmulatorStandsInForAll() {
        for (TokenOperations service : List.of(tokens, eu, jp, us)) {
            assertThat(service.list(TokenListRequest.all()).totalCount()).isZero();
        }
    }

    private static void assertLines(List<LogRecord> records) {
        List<String> lines = records.stream().map(record -> ExtLogRecord.wrap(record).getFormattedMessage()).toList();
        for (String service : List.of("<default>", "eu", "jp", "us")) {
            assertThat(lines).filteredOn(line -> line.startsWith("Authlete service '" + service + "': emulator at http://"))
                    .hasSize(1);
        }
        assertThat(records).noneMatch(record -> record.getLevel().intValue() >= Level.WARNING.intValue());
    }

    @ApplicationScoped
    public static class VaultOfProduction implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().failure(new IllegalStateException("There is no vault here"));
        }
    }
}

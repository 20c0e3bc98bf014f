package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The log tells once how to call the emulator by hand, without showing an API token that may be a real one. */
class EmulatorStartupMessageTest {

    private static final String CURL = "curl -H 'Authorization: Bearer %s'"
            + " 'http://localhost:\\d+/api/%s/auth/token/get/list\\?start=0&end=20'";

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.\"real\".service-id", "42")
            .overrideConfigKey("quarkus.authlete.\"real\".service-access-token", "a-real-token")
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(EmulatorStartupMessageTest::assertMessage);

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("real")
    TokenOperations real;

    @Test
    void theConfiguredTokenIsInUse() {
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
        assertThat(real.list(TokenListRequest.all()).totalCount()).isZero();
    }

    static void assertMessage(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%s%e");
        List<String> lines = records.stream().map(record -> formatter.format(ExtLogRecord.wrap(record))).toList();

        assertThat(lines).noneMatch(line -> line.contains("a-real-token"));
        assertThat(lines).filteredOn(line -> line.contains("curl")).singleElement().asString()
                .containsPattern(CURL.formatted("emulator-1000", "1000"))
                .containsPattern(CURL.formatted("<quarkus\\.authlete\\.\"real\"\\.service-access-token>", "42"));
    }
}

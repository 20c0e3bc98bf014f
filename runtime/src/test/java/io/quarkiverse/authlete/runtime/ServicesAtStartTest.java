package io.quarkiverse.authlete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.authlete.runtime.config.PropertySources;
import io.quarkiverse.authlete.runtime.config.TestConfig;
import io.quarkus.runtime.LaunchMode;

/** The log of a start tells for each service what its calls will reach. */
class ServicesAtStartTest {

    private final TestConfig config = new TestConfig();

    @Test
    void aRealServiceInProduction() {
        complete("eu", "region", "eu").environment("QUARKUS_AUTHLETE_EU_SERVICE_ACCESS_TOKEN", "secret");

        assertThat(log(LaunchMode.NORMAL, Set.of("eu"), Set.of())).containsExactly("INFO Authlete service 'eu':"
                + " https://eu.authlete.com, service ID 1, API token from quarkus.authlete.\"eu\".service-access-token"
                + " (environment variable)");
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "TEST", "DEVELOPMENT" })
    void aRealServiceWhereNobodyExpectsOne(LaunchMode mode) {
        complete("eu", "region", "eu").file("quarkus.authlete.eu.service-access-token", "secret");
        complete("own", "url", "https://authlete.internal").file("quarkus.authlete.own.service-access-token", "secret");

        assertThat(log(mode, Set.of("eu", "own"), Set.of())).hasSize(2)
                .allMatch(line -> line.startsWith("WARN Authlete service '"))
                .anyMatch(line -> line.endsWith(". THIS IS NO EMULATOR: in the mode " + mode.getDefaultProfile()
                        + ", too, calls reach this server, because of quarkus.authlete.\"eu\".region"
                        + " (PropertiesConfigSource[source=application.properties]). To use the emulator here, put %prod. before"
                        + " the property."))
                .anyMatch(line -> line.contains("https://authlete.internal") && line.contains("\"own\".url"));
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "TEST", "DEVELOPMENT" })
    void anEmulatorOrAServerOnThisMachine(LaunchMode mode) {
        complete("<default>", "url", "http://localhost:1").file("quarkus.authlete.service-access-token", "emulator-1");
        complete("stub", "url", "http://127.0.0.1:1").file("quarkus.authlete.stub.service-access-token", "secret");

        assertThat(log(mode, Set.of("<default>", "stub"), Set.of("<default>"))).hasSize(2)
                .anyMatch(line -> line.startsWith("INFO Authlete service '<default>': emulator at http://localhost:1,"))
                .anyMatch(line -> line.startsWith("INFO Authlete service 'stub': http://127.0.0.1:1,"));
    }

    @Test
    void aServiceThatIsNotConfigured() {
        complete("eu", "region", "eu").file("quarkus.authlete.eu.service-access-token", "${TOKEN:}");

        assertThat(log(LaunchMode.NORMAL, Set.of("eu"), Set.of())).containsExactly("WARN The Authlete service 'eu' is not"
                + " configured: set quarkus.authlete.\"eu\".service-access-token. It is set to ${TOKEN:}, which is empty, by:"
                + " PropertiesConfigSource[source=application.properties]. Until then, its calls fail.");
    }

    @Test
    void aServiceThatNothingInjects() {
        complete("euorpe", "region", "eu").injected("europe").injected("<default>");

        assertThat(log(LaunchMode.NORMAL, Set.of("<default>", "europe"), Set.of("<default>", "europe")))
                .filteredOn(line -> line.contains("euorpe")).containsExactly("WARN The Authlete service 'euorpe' is configured,"
                        + " by quarkus.authlete.\"euorpe\".region (PropertiesConfigSource[source=application.properties]), but"
                        + " nothing injects it. Injected: <default>, europe.");
        assertThat(log(LaunchMode.NORMAL, Set.of(), Set.of()))
                .anyMatch(line -> line.endsWith("nothing injects it. Injected: none."));
    }

    @Test
    void aVariableIsForTheServiceThatIsInjected() {
        config.injected("my-Europe").environment("QUARKUS_AUTHLETE__MY_EUROPE__REGION", "eu");

        assertThat(log(LaunchMode.NORMAL, Set.of("my-Europe"), Set.of())).singleElement().asString()
                .contains("The Authlete service 'my-Europe' is not configured: set quarkus.authlete.\"my-Europe\".service-id");
    }

    private TestConfig complete(String service, String addressKey, String address) {
        String prefix = service.equals("<default>") ? "quarkus.authlete." : "quarkus.authlete." + service + ".";
        return config.file(prefix + addressKey, address).file(prefix + "service-id", "1");
    }

    private List<String> log(LaunchMode mode, Set<String> injected, Set<String> emulated) {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord record) {
                lines.add(record.getLevel() + " " + ExtLogRecord.wrap(record).getFormattedMessage());
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger logger = Logger.getLogger(ServicesAtStart.class.getName());
        logger.addHandler(handler);
        try {
            new ServicesAtStart(config.reader(), service -> service.apiTokenSource(), new PropertySources(config.build()), mode)
                    .log(injected, emulated);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).noneMatch(line -> line.contains("secret"));
        return lines;
    }
}

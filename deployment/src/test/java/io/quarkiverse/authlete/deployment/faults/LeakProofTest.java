package io.quarkiverse.authlete.deployment.faults;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.Spans;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkiverse.authlete.event.TokenCallResult;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;

/**
 * No secret gets out of the client, whatever happens: every call meets every fault of the matrix while everything is logged,
 * traced, measured and printed.
 */
class LeakProofTest {

    /** Loggers of others that print what they send or get, and how far they may be on. {@code errors.adoc} has the list too. */
    private static final Map<String, String> PRINT_THE_NETWORK = Map.of("io.vertx.core.net.impl.ConnectionBase", "OFF",
            "org.jboss.resteasy.reactive.common.core.AbstractResteasyReactiveContext", "DEBUG",
            "WebApplicationException", "DEBUG");

    private static final String DPOP = "with-dpop";

    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/errors.adoc");
    private static final Pattern CATEGORY_LEVEL = Pattern.compile("quarkus\\.log\\.category\\.\"(.+)\"\\.level=(\\w+)");

    private static final int PORT = Ports.of(LeakProofTest.class, "server");
    private static final int REFUSED_PORT = Ports.of(LeakProofTest.class, "refused");
    private static final int FULL_PORT = Ports.of(LeakProofTest.class, "full");
    private static final int SELF_SIGNED_PORT = Ports.of(LeakProofTest.class, "self-signed");

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    static FaultServer server;
    static FaultServer selfSigned;
    static FullBacklog full;

    private final Queue<String> printed = new ConcurrentLinkedQueue<>();

    private Map<String, TokenOperations> services;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    ServiceSettingsReader settings;

    @Inject
    Spans spans;

    @TestHTTPResource("/q/metrics")
    URL metrics;

    @TestHTTPResource("/q/health")
    URL health;

    @Inject
    void services(TokenOperations plain,
            @AuthleteServiceName(DPOP) TokenOperations dpop,
            @AuthleteServiceName(BodyFaults.IMPATIENT) TokenOperations impatient,
            @AuthleteServiceName(BodyFaults.READ_TIMEOUT) TokenOperations readTimeout,
            @AuthleteServiceName(ConnectionFaults.REFUSED) TokenOperations refused,
            @AuthleteServiceName(ConnectionFaults.UNKNOWN_HOST) TokenOperations unknownHost,
            @AuthleteServiceName(ConnectionFaults.FULL) TokenOperations fullBacklog,
            @AuthleteServiceName(ConnectionFaults.FULL_IMPATIENT) TokenOperations fullImpatient,
            @AuthleteServiceName(ConnectionFaults.TLS) TokenOperations tls,
            @AuthleteServiceName(ConnectionFaults.TLS_IMPATIENT) TokenOperations tlsImpatient,
            @AuthleteServiceName(ConnectionFaults.SELF_SIGNED) TokenOperations untrusted) {
        services = Map.ofEntries(entry("<default>", plain), entry(DPOP, dpop), entry(BodyFaults.IMPATIENT, impatient),
                entry(BodyFaults.READ_TIMEOUT, readTimeout), entry(ConnectionFaults.REFUSED, refused),
                entry(ConnectionFaults.UNKNOWN_HOST, unknownHost), entry(ConnectionFaults.FULL, fullBacklog),
                entry(ConnectionFaults.FULL_IMPATIENT, fullImpatient), entry(ConnectionFaults.TLS, tls),
                entry(ConnectionFaults.TLS_IMPATIENT, tlsImpatient), entry(ConnectionFaults.SELF_SIGNED, untrusted));
    }

    private static TestApplication configure() {
        String plain = "http://127.0.0.1:" + PORT;
        TestApplication test = Spans.configure(
                FaultMatrix.configure(plain, Spans.class, Secrets.class, FullBacklog.class, SelfSigned.class),
                "quarkus-micrometer-registry-prometheus-deployment", "quarkus-smallrye-health-deployment");
        service(test, null, plain);
        service(test, DPOP, plain, "dpop.jwk=" + Secrets.DPOP_KEY);
        service(test, BodyFaults.IMPATIENT, plain);
        service(test, BodyFaults.READ_TIMEOUT, plain, "attempt-timeout=2s", "read-timeout=150ms");
        service(test, ConnectionFaults.REFUSED, "http://127.0.0.1:" + REFUSED_PORT);
        service(test, ConnectionFaults.UNKNOWN_HOST, "https://" + TestApplication.UNKNOWN_HOST, "attempt-timeout=2s");
        service(test, ConnectionFaults.FULL, "http://127.0.0.1:" + FULL_PORT, "attempt-timeout=2s", "connect-timeout=150ms");
        service(test, ConnectionFaults.FULL_IMPATIENT, "http://127.0.0.1:" + FULL_PORT);
        service(test, ConnectionFaults.TLS, "https://127.0.0.1:" + PORT);
        service(test, ConnectionFaults.TLS_IMPATIENT, "https://127.0.0.1:" + PORT);
        service(test, ConnectionFaults.SELF_SIGNED, "https://127.0.0.1:" + SELF_SIGNED_PORT);
        return test.overrideConfigKey("quarkus.log.min-level", "TRACE")
                .overrideRuntimeConfigKey("quarkus.authlete.audit.enabled", "true")
                .overrideRuntimeConfigKey("quarkus.log.level", "TRACE")
                .overrideRuntimeConfigKey("quarkus.log.category.\"io.vertx.core\".level", "TRACE")
                .overrideRuntimeConfigKey("quarkus.log.console.enabled", "false")
                .overrideRuntimeConfigKey("quarkus.rest-client.logging.scope", "request-response")
                .overrideRuntimeConfigKey("quarkus.rest-client.logging.body-limit", "10000")
                .overrideRuntimeConfigKey("quarkus.rest-client.authlete.logging.scope", "all")
                .overrideConfigKey("quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\".retry.delay",
                        "1")
                .setLogRecordPredicate(LeakProofTest::isToBeClean)
                .assertLogRecords(LeakProofTest::assertNoSecret);
    }

    private static void service(TestApplication test, String name, String url, String... settings) {
        FaultMatrix.service(test, name, url, Stream.concat(
                Stream.of("service-access-token=" + Secrets.API_TOKEN, "retry.max-retries=1", "attempt-timeout=150ms"),
                Arrays.stream(settings)).toArray(String[]::new));
    }

    @BeforeAll
    static void startServers() throws Exception {
        server = FaultServer.start(PORT);
        selfSigned = FaultServer.start(SelfSigned.listen(SELF_SIGNED_PORT));
        full = new FullBacklog(FULL_PORT);
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        selfSigned.close();
        full.close();
    }

    @Test
    void nothingThatCanBeReadHasASecret() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(Secrets.CALLS.size());
        try {
            for (FaultScript answer : Secrets.ANSWERS) {
                callAtOnce(callers, answer, services.get("<default>"));
                callAtOnce(callers, answer, services.get(DPOP));
                assertThat(server.requests()).isNotEmpty().extracting(ReceivedRequest::head).allMatch(Secrets::isIn);
                print(() -> api.delete("1", Secrets.TOKEN, null).await().indefinitely());
                print(() -> api.create("1", Secrets.CREATE, null).await().indefinitely());
                print(() -> api.createBatch("1", false, Secrets.BATCH.requests(), null).await().indefinitely());
                print(() -> api.batchStatus("1", "b1", null).await().indefinitely());
            }
            for (FaultCase fault : faults()) {
                callAtOnce(callers, fault.script(), services.get(fault.service()));
            }
        } finally {
            callers.shutdownNow();
        }

        printed.add(Secrets.CREATE + " " + Secrets.BATCH + " " + Secrets.UPDATE + " " + Secrets.REVOKE);
        for (String service : List.of("<default>", DPOP)) {
            printed.add(settings.read(service) + " " + settings.config(service) + " " + settings);
        }
        printed.add(String.valueOf(Arc.container().instance(AuthleteRuntimeConfig.class).get()));
        assertThat(printed).hasSizeGreaterThan(300);
        assertThat(printed.stream().filter(Secrets::isIn).limit(10)).isEmpty();
        assertThat(spans.text()).contains("authlete delete").doesNotContain(Secrets.MARKER);
        assertThat(read(metrics)).contains("http_client_queue_size").doesNotContain(Secrets.MARKER);
        assertThat(read(health)).contains("status").doesNotContain(Secrets.MARKER);
    }

    @Test
    void theCategoriesToKeepOffAreDocumented() throws IOException {
        assertThat(CATEGORY_LEVEL.matcher(Files.readString(PAGE)).results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)))).isEqualTo(PRINT_THE_NETWORK);
    }

    private static List<FaultCase> faults() {
        return Stream.of(HttpFaults.ALL, BodyFaults.ALL, ConnectionFaults.ALL).flatMap(List::stream).toList();
    }

    private void callAtOnce(ExecutorService callers, FaultScript script, TokenOperations tokens) throws Exception {
        server.startAnew(script);
        List<Callable<Void>> calls = Secrets.CALLS.stream().<Callable<Void>> map(call -> () -> {
            print(() -> call.apply(tokens));
            return null;
        }).toList();
        callers.invokeAll(calls);
    }

    private void print(Callable<?> call) {
        try {
            printed.add(String.valueOf(call.call()));
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            printed.add(text + (e instanceof AuthleteException failure ? failure.call().toString() : ""));
        }
    }

    private static String read(URL url) throws IOException {
        try (InputStream stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Singleton
    static class PrintingListener implements TokenCallListener {

        private static final Logger LOG = Logger.getLogger(PrintingListener.class);

        private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

        @Override
        public void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
            print("starts", call, null);
        }

        @Override
        public void attemptEnded(TokenCallInfo call, TokenCallResult result) {
            print("attempt", call, result);
        }

        @Override
        public void callEnded(TokenCallInfo call, TokenCallResult result) {
            print("end", call, result);
        }

        private void print(String what, TokenCallInfo call, TokenCallResult result) {
            try {
                LOG.info(what + " " + call + " " + json.writeValueAsString(call.request()) + " " + result + " "
                        + (result == null ? "" : json.writeValueAsString(result.response())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isToBeClean(LogRecord record) {
        String level = PRINT_THE_NETWORK.getOrDefault(record.getLoggerName(), "ALL");
        return record.getLevel().intValue() >= Level.parse(level).intValue();
    }

    static void assertNoSecret(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e %X");
        assertThat(records).hasSizeGreaterThan(1_000).extracting(LogRecord::getLoggerName)
                .contains(PrintingListener.class.getName(), "io.quarkiverse.authlete.audit");
        assertThat(records.stream().map(record -> formatter.format(ExtLogRecord.wrap(record)) + record.getMessage()
                + Arrays.deepToString(record.getParameters())).filter(Secrets::isIn).distinct().limit(20)).isEmpty();
    }
}

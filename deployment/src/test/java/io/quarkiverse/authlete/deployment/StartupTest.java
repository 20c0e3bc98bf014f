package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.WireMockServer;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.runtime.Startup;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** An application that injects the clients starts without making one: it is left to the first call. */
class StartupTest {

    private static final String RECORDING = "StartupTest";

    /** What reads and writes JSON, with a mapper of its own. Named in text, as a class literal would load it. */
    private static final String JSON = "io.quarkiverse.authlete.runtime.json.TokenJson";
    private static final String TRANSPORT = "io.quarkiverse.authlete.runtime.transport.HttpTransport";
    private static final String RECORDER = "io.quarkiverse.authlete.runtime.AuthleteRecorder";

    private static WireMockServer server;
    private static NameServer nameServer;

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar
                    .addClasses(AuthleteStub.class, NameServer.class, MadeClients.class, UserOfClients.class)
                    .addAsServiceProvider(RestClientListener.class, MadeClients.class))
            .overrideRuntimeConfigKey("quarkus.authlete.url", "http://authlete.test:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.allow-plain-http", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.service-id", AuthleteStub.SERVICE_ID)
            .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", AuthleteStub.API_TOKEN)
            .overrideRuntimeConfigKey("quarkus.vertx.use-async-dns", "true")
            .overrideRuntimeConfigKey("quarkus.vertx.resolver.servers", "127.0.0.1:${name-server.port}")
            .setBeforeAllCustomizer(StartupTest::startServers)
            .setAfterAllCustomizer(StartupTest::stopServers);

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    Instance<TokenApi> api;

    @Test
    void clientsAreMadeByTheFirstCall() throws Exception {
        AuthleteStub.get().reset().answerJson(200, "{\"totalCount\":3}");
        assertThat(UserOfClients.made).isTrue();

        assertThat(loadedClasses()).contains(RECORDER).doesNotContain(JSON, TRANSPORT);
        assertThat(MadeClients.INTERFACES).isEmpty();
        assertThat(questions()).isZero();

        // Quarkus 3.33 makes REST clients when it injects them, 3.37 does not. What is ours waits in any case.
        assertThat(api.get()).isNotNull();
        assertThat(loadedClasses()).doesNotContain(JSON, TRANSPORT);
        assertThat(questions()).isZero();

        int madeBefore = MadeClients.INTERFACES.size();
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(3);
        assertThat(MadeClients.INTERFACES).hasSize(madeBefore);
        assertThat(loadedClasses()).contains(JSON, TRANSPORT);
        assertThat(questions()).isPositive();
        AuthleteStub.get().onlyRequest();
    }

    private static int questions() {
        return Integer.getInteger(NameServer.QUESTIONS);
    }

    private static List<String> loadedClasses() throws IOException {
        Recording recording = FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(candidate -> candidate.getName().equals(RECORDING)).findFirst().orElseThrow();
        Path file = Files.createTempFile("loaded-classes", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream().map(event -> event.getClass("loadedClass").getName())
                    .filter(name -> name.startsWith("io.quarkiverse.authlete.")).toList();
        } finally {
            Files.delete(file);
        }
    }

    private static void startServers() {
        server = AuthleteStub.start("authlete.stub.port");
        // Set for the whole JVM by the applications of other tests, and by the next one again.
        System.clearProperty("vertx.disableDnsResolver");
        nameServer = new NameServer();
        System.setProperty("name-server.port", Integer.toString(nameServer.port()));
        Recording recording = new Recording();
        recording.setName(RECORDING);
        recording.enable("jdk.ClassLoad").withoutThreshold().withoutStackTrace();
        recording.start();
    }

    private static void stopServers() {
        FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(candidate -> candidate.getName().equals(RECORDING)).forEach(Recording::close);
        nameServer.close();
        server.stop();
    }

    /** Made with the application, like a scheduler that uses the clients later on. */
    @Startup
    @Singleton
    static class UserOfClients {

        static volatile boolean made;

        UserOfClients(TokenOperations tokens, ReactiveTokenOperations reactive) {
            made = true;
        }
    }

    /** Told by the REST client of each client that it makes. */
    public static class MadeClients implements RestClientListener {

        static final List<Class<?>> INTERFACES = new CopyOnWriteArrayList<>();

        @Override
        public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
            INTERFACES.add(serviceInterface);
        }
    }
}

package io.quarkiverse.authlete.deployment.contract;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer;
import io.quarkiverse.authlete.deployment.contract.ClientFact.Clients;
import io.quarkiverse.authlete.deployment.faults.EventLoops;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.rest.TokenApi;

/** The clients cope with a server that does what the public material says, or allows. */
class ClientContractTest {

    private static final Map<String, ClientFact> FACTS = Stream
            .of(ListAnswers.FACTS, Refusals.FACTS, WriteAnswers.FACTS, BatchAnswers.FACTS)
            .flatMap(List::stream).collect(Collectors.toMap(ClientFact::name, Function.identity()));

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(new TestApplication(), ClientContractTest.class, null,
            "circuit-breaker.enabled=false").withApplicationRoot(
                    jar -> jar.addPackage(ClientFact.class.getPackage())
                            .addPackage(BulkServer.class.getPackage()).addClasses(EventLoops.class, Ports.class));

    static BulkServer server;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    @BeforeAll
    static void startServer() throws IOException {
        server = BulkServer.start(ClientContractTest.class);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** Names, because the application loads the facts once more. */
    static Stream<String> facts() {
        return FACTS.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void copeWith(String name) {
        ClientFact fact = FACTS.get(name);
        server.startAnew(fact.server().get());
        // Reports do not show the name of a row otherwise.
        assertAll(name, () -> fact.check().run(new Clients(tokens, reactive, api, server)));
    }
}

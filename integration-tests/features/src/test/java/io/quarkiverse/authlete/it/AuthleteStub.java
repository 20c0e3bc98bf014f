package io.quarkiverse.authlete.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A scripted server in the place of Authlete, for the application in this process or in one of its own. */
public class AuthleteStub implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "authlete.stub.port";

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(options().dynamicPort());
        server.start();
        // The tests may have another class loader than this object, and reach the server over HTTP.
        System.setProperty(PORT, Integer.toString(server.port()));
        return Map.of(PORT, Integer.toString(server.port()));
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
        server.stop();
    }

    private static WireMock client() {
        return new WireMock("localhost", Integer.getInteger(PORT));
    }

    static void answer(ResponseDefinitionBuilder response) {
        WireMock client = client();
        client.resetMappings();
        client.resetRequests();
        client.register(any(anyUrl()).willReturn(response));
    }

    static void answer(int status, String json) {
        answer(json(status, json));
    }

    /** One answer to the first request, another one to all that follow. */
    static void answerInTurn(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        answer(then);
        client().register(any(anyUrl()).atPriority(1).inScenario("turns").whenScenarioStateIs("Started")
                .willReturn(first).willSetStateTo("then"));
        client().resetScenarios();
    }

    static ResponseDefinitionBuilder json(int status, String json) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(json);
    }

    static List<LoggedRequest> requests() {
        return client().find(anyRequestedFor(anyUrl()));
    }
}

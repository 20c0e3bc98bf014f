package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

/**
 * A scripted server in the place of Authlete. The test runner starts it and leaves it among the system properties, because a
 * {@code TestApplication} loads the test class once more, in the class loader of the application, and WireMock is loaded once.
 */
final class AuthleteStub {

    static final String API_TOKEN = "stub-api-token-0123456789-0123456789";
    static final String SERVICE_ID = "21653835348762";

    /** An answer to a create. A list and a revocation find what they need in it, too. */
    static final String CREATED = """
            {"action":"OK","resultCode":"A109001","resultMessage":"created","accessToken":"new-token","expiresIn":60,
            "totalCount":0,"count":0}""";

    private final WireMock server;

    private AuthleteStub(WireMockServer server) {
        this.server = new WireMock(server);
    }

    /** Starts a server for the time of the test, and configures the default service with it. */
    static TestApplication configure(TestApplication test) {
        return start(test, "authlete.stub.port")
                .overrideRuntimeConfigKey("quarkus.authlete.url", "http://localhost:${authlete.stub.port}")
                .overrideRuntimeConfigKey("quarkus.authlete.service-id", SERVICE_ID)
                .overrideRuntimeConfigKey("quarkus.authlete.service-access-token", API_TOKEN);
    }

    /** Starts servers for the time of the test and tells their ports in system properties. */
    static TestApplication start(TestApplication test, String... portProperties) {
        List<WireMockServer> servers = new ArrayList<>();
        return test.overrideConfigKey("quarkus.authlete.devservices.enabled", "false").setBeforeAllCustomizer(() -> {
            for (String portProperty : portProperties) {
                servers.add(start(portProperty));
            }
        }).setAfterAllCustomizer(() -> servers.forEach(WireMockServer::stop));
    }

    static WireMockServer start(String portProperty) {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        System.setProperty(portProperty, Integer.toString(server.port()));
        System.getProperties().put(serverOf(portProperty), server);
        return server;
    }

    static AuthleteStub get() {
        return get("authlete.stub.port");
    }

    static AuthleteStub get(String portProperty) {
        return new AuthleteStub((WireMockServer) System.getProperties().get(serverOf(portProperty)));
    }

    private static String serverOf(String portProperty) {
        return portProperty + ".server";
    }

    AuthleteStub reset() {
        server.resetMappings();
        server.resetRequests();
        return this;
    }

    AuthleteStub answer(int status, String contentType, String body) {
        return answer(aResponse().withStatus(status).withHeader("Content-Type", contentType).withBody(body));
    }

    AuthleteStub answerJson(int status, String body) {
        return answer(status, "application/json", body);
    }

    AuthleteStub answer(ResponseDefinitionBuilder response) {
        server.register(any(anyUrl()).willReturn(response));
        return this;
    }

    /** Answers each request with the next one of these, and all that follow with the last one. */
    AuthleteStub answerInTurn(ResponseDefinitionBuilder... responses) {
        server.resetScenarios();
        for (int i = 0; i < responses.length; i++) {
            server.register(any(anyUrl()).inScenario("in turn").whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + Math.min(i + 1, responses.length - 1)).willReturn(responses[i]));
        }
        return this;
    }

    /** Answers requests with this header in another way than the rest. */
    AuthleteStub answerTo(String header, StringValuePattern value, ResponseDefinitionBuilder response) {
        server.register(any(anyUrl()).atPriority(1).withHeader(header, value).willReturn(response));
        return this;
    }

    List<LoggedRequest> requests() {
        return server.find(anyRequestedFor(anyUrl()));
    }

    LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = requests();
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request, got " + requests.size());
        }
        return requests.get(0);
    }
}

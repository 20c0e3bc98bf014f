package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.deployment.DevModeApplication;
import io.quarkiverse.authlete.deployment.DevUiClient;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** The Dev UI shows the calls, the answers and what the emulator has received, and no secret of them. */
class DevUiLeakProofTest {

    private static final int PORT = Ports.of(DevUiLeakProofTest.class, "server");
    private static final int APPLICATION_PORT = Ports.of(DevUiLeakProofTest.class, "application");

    @RegisterExtension
    static final DevModeApplication APPLICATION = new DevModeApplication(jar -> jar
            .addClasses(SecretCallsResource.class, Secrets.class, FaultScript.class, FaultConnection.class,
                    Answers.class, ReceivedRequest.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.authlete."real".url=http://127.0.0.1:%d
                    quarkus.authlete."real".service-id=1
                    quarkus.authlete."real".service-access-token=%s
                    quarkus.authlete."real".dpop.jwk=%s
                    quarkus.authlete."real".retry.max-retries=1
                    quarkus.authlete."real".retry.initial-interval=1ms
                    quarkus.authlete."real".circuit-breaker.enabled=false
                    """.formatted(APPLICATION_PORT, PORT, Secrets.API_TOKEN, Secrets.DPOP_KEY)),
                    "application.properties"));

    private static FaultServer server;

    @BeforeAll
    static void startServer() throws IOException {
        server = FaultServer.start(PORT);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    void nothingThatItShowsHasASecret() throws Exception {
        int failures = call("emulated");
        for (FaultScript answer : Secrets.ANSWERS) {
            server.play(answer);
            failures += call("real");
            assertThat(server.requests()).isNotEmpty().extracting(ReceivedRequest::head).allMatch(Secrets::isIn);
        }
        assertThat(failures).isPositive();

        try (DevUiClient devUi = DevUiClient.open(APPLICATION_PORT)) {
            assertClean(devUi.call("services", "{}"), "real");
            assertClean(traffic(devUi), "resultCode");
            assertClean(devUi.call("emulator", "{\"service\":\"<default>\"}"), "revoke");
            server.play(Secrets.ANSWERS.get(0));
            assertClean(devUi.call("listTokens", """
                    {"service":"real","client":"","subject":"","status":"ALL","start":"0","end":"5"}"""), "tokens");
        }
    }

    /** All of it: an update has a part. */
    private static String traffic(DevUiClient devUi) throws Exception {
        StringBuilder all = new StringBuilder();
        String version = "";
        boolean more = true;
        while (more) {
            String answer = devUi.call("traffic", "{\"version\":\"%s\"}".formatted(version));
            all.append(answer);
            JsonPath update = JsonPath.from(answer).setRootPath("result.object.value");
            version = update.getString("version");
            more = update.getBoolean("more");
        }
        return all.toString();
    }

    private static int call(String service) {
        return Integer.parseInt(RestAssured.given().port(APPLICATION_PORT).post("/calls/" + service)
                .then().statusCode(200).extract().asString());
    }

    private static void assertClean(String shown, String known) {
        assertThat(shown).contains("result", known);
        assertThat(Secrets.isIn(shown)).as(() -> "a secret in " + shown).isFalse();
    }
}

package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The port and the ID of the default service can be chosen; other services keep the IDs they have without that. */
class EmulatorAddressTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication().withServer()
            .overrideConfigKey("quarkus.authlete.devservices.port", "${chosen.port}")
            .overrideConfigKey("chosen.port", String.valueOf(freePort()))
            .overrideConfigKey("quarkus.authlete.devservices.service-id", "4711");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @ConfigProperty(name = "chosen.port")
    int port;

    @ConfigProperty(name = "quarkus.authlete.service-id")
    String serviceId;

    @ConfigProperty(name = "quarkus.authlete.\"eu\".service-id")
    String euServiceId;

    @ConfigProperty(name = "quarkus.authlete.\"devservices\".url")
    Optional<String> urlOfNoService;

    @Test
    void thePortAndTheIdAreTheChosenOnes() {
        given().header("Authorization", "Bearer emulator-4711")
                .get("http://localhost:" + port + "/api/4711/auth/token/get/list").then().statusCode(200);
    }

    @Test
    void theClientsUseThem() {
        assertThat(serviceId).isEqualTo("4711");
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    @Test
    void otherServicesAreNotConcerned() {
        assertThat(euServiceId).isNotEqualTo("4711");
        assertThat(eu.list(TokenListRequest.all()).totalCount()).isZero();
        assertThat(urlOfNoService).isEmpty();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

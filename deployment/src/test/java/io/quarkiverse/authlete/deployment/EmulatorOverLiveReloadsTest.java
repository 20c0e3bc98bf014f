package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.authlete.deployment.faults.Ports;
import io.restassured.specification.RequestSpecification;

/**
 * The tokens in the emulator, and what it has received, outlive a change of the application's code. It starts anew when its
 * settings or its seed file have changed, and only then.
 */
class EmulatorOverLiveReloadsTest {

    private static final int PORT = Ports.of(EmulatorOverLiveReloadsTest.class, "application");
    private static final String TOKEN = "{\"grantType\": \"CLIENT_CREDENTIALS\", \"clientId\": 1}";
    private static final String ONE_TOKEN = "{\"tokens\": [" + TOKEN + "]}";
    private static final String TWO_TOKENS = "{\"tokens\": [" + TOKEN + ", " + TOKEN + "]}";
    @RegisterExtension
    static final DevModeApplication APPLICATION = new DevModeApplication(jar -> jar.addClass(EmulatorStateResource.class)
            .addAsResource(new StringAsset(ONE_TOKEN), "seed.json")
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.authlete.devservices.seed=seed.json
                    quarkus.authlete.devservices.clients=1,2,3
                    quarkus.authlete.devservices.rate-limit=1000
                    quarkus.authlete.devservices.grant-types=AUTHORIZATION_CODE,CLIENT_CREDENTIALS,IMPLICIT,CIBA
                    quarkus.authlete.devservices.scope-attributes.a.access-token-duration=1H
                    quarkus.authlete.devservices.scope-attributes.b.access-token-duration=1H
                    """.formatted(PORT)), "application.properties"));

    @TempDir
    Path directory;

    @BeforeEach
    void asAtTheStart() {
        application().delete("/").then().statusCode(204);
        assertThat(tokens()).isEqualTo("before 1");
    }

    @Test
    void unchangedItIsKept() {
        createToken();
        assertThat(tokens()).isEqualTo("before 2");
        assertThat(get("/requests")).isEqualTo("before 3");

        APPLICATION.modifySourceFile(EmulatorStateResource.class,
                source -> source.replace("\"before \"", "\"after \""));

        assertThat(get("/requests")).isEqualTo("after 3");
        assertThat(tokens()).isEqualTo("after 2");
    }

    @Test
    void anotherSettingStartsItAnew() {
        createToken();
        assertThat(tokens()).isEqualTo("before 2");

        APPLICATION.modifyResourceFile("application.properties", text -> text.replace("=1,2,3", "=1,2"));

        assertThat(tokens()).isEqualTo("before 1");
    }

    @Test
    void anotherSeedOnTheClassPathStartsItAnew() {
        createToken();
        createToken();
        assertThat(tokens()).isEqualTo("before 3");

        APPLICATION.modifyResourceFile("seed.json", text -> TWO_TOKENS);

        assertThat(tokens()).isEqualTo("before 2");
    }

    @Test
    void anotherSeedElsewhereStartsItAnew() throws IOException {
        Path file = Files.writeString(directory.resolve("elsewhere.json"), "{}");
        APPLICATION.modifyResourceFile("application.properties", text -> text.replace("=seed.json", "=" + file));
        assertThat(tokens()).isEqualTo("before 0");

        Files.writeString(file, TWO_TOKENS);

        assertThat(tokens()).isEqualTo("before 2");
    }

    @Test
    void aWrongSeedCanBeCorrected() {
        APPLICATION.modifyResourceFile("seed.json", text -> "{\"tokens\": [{}]}");
        assertThat(application().get("/tokens").then().statusCode(500).extract().asString())
                .contains("seed.json").contains("tokens[0]: grantType is missing");

        APPLICATION.modifyResourceFile("seed.json", text -> TWO_TOKENS);

        assertThat(tokens()).isEqualTo("before 2");
    }

    private static void createToken() {
        application().post("/tokens").then().statusCode(204);
    }

    private static String tokens() {
        return get("/tokens");
    }

    private static String get(String path) {
        return application().get(path).then().statusCode(200).extract().asString();
    }

    private static RequestSpecification application() {
        return given().port(PORT);
    }
}

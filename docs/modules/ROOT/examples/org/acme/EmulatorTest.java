package org.acme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The {@code curl} commands of dev-services.adoc, and the defaults that they use. */
@QuarkusTest
class EmulatorTest {

    @ConfigProperty(name = "quarkus.authlete.url")
    String url;

    @Test
    void create() {
        given().header("Authorization", "Bearer emulator-1000")
                .contentType("application/json").body("{\"grantType\":\"CLIENT_CREDENTIALS\",\"clientId\":1}")
                .when().post(url + "/api/1000/auth/token/create")
                .then().statusCode(200).body("action", equalTo("OK"), "accessToken", notNullValue());
    }

    @Test
    void list() {
        given().header("Authorization", "Bearer emulator-1000")
                .when().get(url + "/api/1000/auth/token/get/list?start=0&end=20")
                .then().statusCode(200).body("totalCount", notNullValue());
    }
}

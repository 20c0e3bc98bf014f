package org.acme;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokensResourceTest {

    @Test
    void issuedTokensAreListed() {
        when().post("/tokens?subject=jane").then().statusCode(200);
        when().post("/tokens?subject=jane").then().statusCode(200);

        when().get("/tokens?subject=jane").then().statusCode(200).body("accessTokenHash", hasSize(2));
    }
}

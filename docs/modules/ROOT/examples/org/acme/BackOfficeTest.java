package org.acme;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The back office of lists.adoc. */
@QuarkusTest
class BackOfficeTest {

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void sessions() {
        emulator.reset();
        IntStream.range(0, 25).forEach(i -> emulator.addToken(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(7).subject("jane \"doe\"").scopes("history.read", "timeline.read").build()));
        emulator.addToken(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(8).build());
    }

    @Test
    void sessionsOfAUser() {
        when().get("/back-office/users/{subject}/sessions", "jane \"doe\"").then().statusCode(200).body("", hasSize(20))
                .body("[0].clientId", equalTo(7));
        when().get("/back-office/users/{subject}/sessions?page=1", "jane \"doe\"").then().statusCode(200).body("", hasSize(5));
        when().get("/back-office/users/nobody/sessions").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void signOutEverywhere() {
        when().delete("/back-office/users/{subject}/sessions", "jane \"doe\"").then().statusCode(200).body(is("25"));
        when().get("/back-office/users/{subject}/sessions", "jane \"doe\"").then().body("", hasSize(0));
    }

    @Test
    void export() {
        String csv = when().get("/back-office/sessions.csv").then().statusCode(200).extract().asString();

        assertThat(csv.lines()).hasSize(27).startsWith("since,client,subject,scopes")
                .filteredOn(line -> line.matches(".+Z,7,\"jane \"\"doe\"\"\",history.read timeline.read")).hasSize(25);
        assertThat(csv.lines()).filteredOn(line -> line.matches(".+Z,8,\"\",")).hasSize(1);
    }
}

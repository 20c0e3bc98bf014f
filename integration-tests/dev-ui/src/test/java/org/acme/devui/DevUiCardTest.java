package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.restassured.RestAssured;

/** The card tells of the services and counts. */
class DevUiCardTest extends DevUiTestCase {

    @Test
    void servicesAndCounts() {
        create(1, 1, "john");
        browser().open("extensions");
        browser().find(".counts"); // the log below the page has the same words
        assertThat(browser().texts(".service")).anyMatch(service -> service.contains("default emulator"))
                .anyMatch(service -> service.contains("eu emulator"))
                .anyMatch(service -> service.contains("real " + real().url()))
                .anyMatch(service -> service.contains("jp inactive: ")
                        && service.contains("set quarkus.authlete.\"jp\".service-id"));
        int[] before = counts();

        emulator().inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        RestAssured.given().queryParam("count", 1).queryParam("client", 1).queryParam("subject", "john").post("/tokens")
                .then().statusCode(500);
        browser().waitFor("it is counted", () -> counts()[0] == before[0] + 1);
        assertThat(counts()).containsExactly(before[0] + 1, before[1] + 1, before[2] + 1);
        browser().screenshot("dev-ui-card");
        browser().follow("a.extensionLink", "Tokens");
        browser().waitForText("1–2 of 2");
    }

    /** Calls, failures and tokens. */
    private int[] counts() {
        String[] numbers = browser().texts(".counts").get(0).replaceAll("[^0-9]+", " ").strip().split(" ");
        return new int[] { Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
                numbers.length > 2 ? Integer.parseInt(numbers[2]) : 0 };
    }
}

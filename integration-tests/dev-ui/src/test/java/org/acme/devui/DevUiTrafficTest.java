package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.restassured.RestAssured;

/** What the calls did, when, and how they ended. */
class DevUiTrafficTest extends DevUiTestCase {

    @BeforeEach
    void openEmpty() {
        browser().open(TRAFFIC);
        browser().click(".clear");
        browser().waitForText("Calls: 0,");
    }

    @Test
    void aCallIsABarOfAttemptsAndWaits() {
        emulator().inject(Fault.status(503).on(TokenOperation.LIST));
        emulator().inject(Fault.status(429).retryAfter(Duration.ofSeconds(1)).on(TokenOperation.LIST));
        assertThat(tokens()).isZero();
        browser().waitFor("its end", () -> bars().contains("attempt 3 200"));
        assertThat(bars()).containsPattern(
                "attempt 1 503 .*, backoff .*, attempt 2 429 .*, Retry-After 1\\d{3} ms, .*attempt 3 200 .*, success");
        assertThat(browser().all("tr.attempt")).isEmpty();
        browser().click(".toggle");
        assertThat(browser().texts("tr.attempt")).hasSize(3).first().asString().contains("503", "UNKNOWN");
        assertThat(browser().texts("tr.wait")).anyMatch(wait -> wait.startsWith("backoff"))
                .anyMatch(wait -> wait.startsWith("Retry-After"));
        assertThat(browser().find(".toggle").getDomAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void anUnknownOutcomeIsOpenedAndLeadsToTheTokens() {
        loseAnswer();
        browser().waitForText("A token may have been issued.");
        assertThat(browser().texts(".end-name")).anyMatch(end -> end.startsWith("UNKNOWN"));
        assertThat(browser().texts(".who")).contains("client 1 and subject john");
        browser().click(".candidates a");
        browser().waitForText("1–1 of 1");
        assertThat(browser().address()).endsWith("tokens?service=~3Cdefault~3E&client=1&subject=john");
    }

    @Test
    void callsAreFiltered() {
        create(2, 1, "john");
        tokens();
        loseAnswer();
        browser().waitForText("Calls: 4,");
        browser().waitForText("UNKNOWN: 1");
        browser().select("vaadin-select.operation", "create");
        browser().waitForText("Calls: 3 of 4,");
        browser().click("button.end", "UNKNOWN: 1");
        browser().waitForText("Calls: 1 of 4,");
        assertThat(browser().address()).endsWith("?operation=create&outcome=UNKNOWN");
        browser().back();
        browser().waitForText("Calls: 3 of 4,");
        browser().select("vaadin-select.operation", "any");
        browser().select("vaadin-select.result", "success");
        browser().waitForText("Calls: 3 of 4,");
        browser().select("vaadin-select.result", "any");
        browser().click("button.column");
        browser().find(".any-time");
        browser().click(".any-time");
        browser().waitFor("all are shown", () -> browser().all("authlete-call").size() == 4);
    }

    @Test
    void aPauseHoldsThePicture() {
        tokens();
        browser().waitForText("Calls: 1,");
        browser().click(".pause");
        browser().waitForText("paused");
        browser().waitForAnswers();
        create(2, 1, "john");
        assertThat(browser().page()).contains("Calls: 1,");
        browser().click(".pause");
        browser().waitForText("Calls: 3,");
    }

    @Test
    void theListDoesNotMoveUnderTheReader() {
        create(40, 1, "john");
        browser().waitForText("Calls: 40,");
        browser().run("arguments[0].scrollTo(0, 400)", browser().find(".list"));
        String top = topOfTheList();
        create(15, 1, "mary");
        browser().waitForText("Calls: 55,");
        assertThat(topOfTheList()).isEqualTo(top);
    }

    @Test
    void anOpenCircuitBreakerIsShown() {
        try {
            emulatorOfEu(true);
            RestAssured.get("/named");
            RestAssured.get("/named");
            RestAssured.get("/named");
            browser().waitForText("eu list: open");
        } finally {
            emulatorOfEu(false);
        }
        assertThat(browser().texts(".end-name")).first().asString().contains("NOT_SENT");
    }

    /** The emulator stands in for it at the same place, with an ID of its own. */
    private static void emulatorOfEu(boolean failing) {
        RestAssured.given().queryParam("failing", failing).post("/named").then().statusCode(204);
    }

    private static void loseAnswer() {
        APPLICATION.emulator().inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        RestAssured.given().queryParam("count", 1).queryParam("client", 1).queryParam("subject", "john").post("/tokens")
                .then().statusCode(500);
    }

    private String bars() {
        return String.valueOf(browser().run("return arguments[0].getAttribute('aria-label')", browser().find(".timeline")));
    }

    private String topOfTheList() {
        return (String) browser().run(
                """
                        const list = arguments[0];
                        const top = list.getBoundingClientRect().top;
                        const call = [...list.querySelectorAll('authlete-call')].find(call => call.getBoundingClientRect().bottom > top);
                        return call.call.id + ' at ' + Math.round(call.getBoundingClientRect().top - top);
                        """,
                browser().find(".list"));
    }
}

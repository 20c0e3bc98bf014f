package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.restassured.RestAssured;

/** Faults are described, injected, watched and taken back. */
class DevUiFaultsTest extends DevUiTestCase {

    private static final String NONE = "None: every call is answered as it should be.";

    @BeforeEach
    void open() {
        browser().open(FAULTS);
        browser().waitForText(NONE);
    }

    @Test
    void aFaultIsInjectedAndWatched() {
        browser().select("vaadin-select.operation", "list");
        browser().type(".times", "2");
        browser().click(".inject");
        browser().waitForText("list: HTTP 503, 2×");
        assertThat(tokens()).isZero();
        browser().waitForText(NONE);
        browser().waitForText("503");
        assertThat(emulator().requests(TokenOperation.LIST)).hasSize(3);
    }

    @Test
    void presets() {
        browser().click(".clear");
        browser().click(".lost-create");
        browser().waitForText("create: connection reset, 1×, carried out");
        browser().click(".throttle");
        browser().waitForText("any: HTTP 429, RateLimit-Reset: 2, 1×");
        browser().click(".half-batch");
        browser().waitForText("create-batch: batch fails after 1 tokens, 1×");
        RestAssured.given().queryParam("count", 1).queryParam("client", 1).queryParam("subject", "john").post("/tokens")
                .then().statusCode(500);
        browser().waitForText("A token may have been issued.");
        browser().screenshot("dev-ui-faults");
        assertThat(emulator().faults()).extracting(Fault::kind).containsExactly(Fault.Kind.STATUS, Fault.Kind.BATCH_FAILURE);
    }

    @Test
    void oneIsRemoved() {
        emulator().inject(Fault.status(500).times(3));
        emulator().inject(Fault.status(503).on(TokenOperation.LIST).untilCleared());
        browser().waitForText("list: HTTP 503, until cleared");
        browser().click(".remove");
        browser().waitFor("it is removed", () -> browser().all(".fault").size() == 1);
        assertThat(emulator().faults()).extracting(Fault::status).containsExactly(503);
        browser().click(".clear-faults");
        browser().waitForText(NONE);
        assertThat(emulator().faults()).isEmpty();
        browser().waitFor("the focus is not lost", () -> !browser().focused().equals("body"));
    }

    @Test
    void whatDoesNotApplyIsHidden() {
        browser().find("authlete-number-field.status");
        browser().select("vaadin-select.kind", "Batch fails half-way");
        browser().find(".tokens");
        assertThat(browser().all("authlete-number-field.status")).isEmpty();
        assertThat(browser().all(".retryAfter")).isEmpty();
        assertThat(browser().all(".processed")).isEmpty();
        browser().type(".tokens", "2");
        browser().click(".inject");
        browser().waitForText("create-batch: batch fails after 2 tokens, 1×");
        browser().select("vaadin-select.kind", "Action");
        browser().select("vaadin-select.operation", "update");
        browser().select("vaadin-select.action", "FORBIDDEN");
        browser().click(".processed input");
        browser().click(".inject");
        browser().waitForText("update: action FORBIDDEN, 1×, carried out");
        browser().select("vaadin-select.kind", "Late answer");
        assertThat(browser().all(".processed")).isEmpty();
        browser().type(".delay", "1");
        browser().click(".inject");
        browser().waitForText("late answer, after 1 ms");
    }

    @Test
    void theClockIsAdvancedAndTheEmulatorReset() {
        create(1, 1, "john");
        browser().type(".clock", "7200");
        browser().click(".advance");
        browser().waitForAnswers();
        browser().open(TOKENS + "?status=INVALID");
        browser().waitForText("1–1 of 1");
        assertThat(browser().page()).contains("h ago");
        browser().open(FAULTS);
        browser().click(".reset");
        browser().waitForText("Reset the emulator?");
        browser().click(".confirm");
        browser().waitForAnswers();
        assertThat(tokens()).isZero();
    }
}

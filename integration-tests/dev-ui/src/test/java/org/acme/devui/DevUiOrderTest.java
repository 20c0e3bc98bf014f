package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.restassured.RestAssured;

/** Answers that are late, twice or lost. */
class DevUiOrderTest extends DevUiTestCase {

    @Test
    void aLateAnswerDoesNotReplaceANewerOne() {
        create(2, 1, "john");
        create(1, 1, "mary");
        browser().open(TOKENS);
        browser().waitForText("1–3 of 3");

        emulator().inject(Fault.delay(Duration.ofSeconds(2)).on(TokenOperation.LIST));
        browser().type(".subject", "john");
        browser().waitFor("the question has arrived", () -> emulator().faults().isEmpty());
        assertThat(browser().disabled(".revoke-all")).isTrue();
        browser().type(".subject", "mary");
        browser().waitForText("1–1 of 1");
        browser().waitForAnswers();

        assertThat(browser().texts("tr.token")).singleElement().asString().contains("mary");
        browser().click(".revoke-all");
        browser().waitForText("Tokens of subject mary that become invalid, whatever their status: 1.");
        browser().click(".confirm");
        browser().waitForText("Revoked: 1");
        browser().waitForAnswers();
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void twoClicksAreOneUpdate() {
        browser().open(TOKENS + "?service=real");
        browser().waitForText("1–1 of 1");
        real().hold();
        browser().click(".edit");
        browser().type(".form .scopes", "other");
        browser().click(".agree input");
        browser().click(".save");
        browser().waitForText("Saving…");
        browser().click(".save");
        browser().click(".save");
        browser().waitFor("the update has arrived", () -> !real().changes().isEmpty());
        real().release();
        browser().waitFor("the dialog is closed", () -> browser().all(".save").isEmpty());
        browser().waitForAnswers();
        assertThat(real().changes()).containsExactly("update");
    }

    @Test
    void aCreateThatIsCancelledMayHaveIssuedAToken() {
        browser().open(TOKENS);
        browser().waitForText("No tokens");
        emulator().inject(Fault.delay(Duration.ofSeconds(2)).on(TokenOperation.CREATE));
        browser().click(".create");
        browser().type(".form .client", "1");
        browser().type(".form .subject", "john");
        browser().click(".submit");
        browser().waitForText("Creating…");
        browser().waitFor("the create has arrived", () -> emulator().faults().isEmpty());
        browser().click(".cancel");
        browser().waitForText("A token may have been issued.");
        browser().waitForAnswers();
        assertThat(browser().all("code.access-token")).isEmpty();

        browser().click(".find");
        browser().waitForText("1–1 of 1");
        assertThat(browser().address()).endsWith("?client=1&subject=john");
        browser().click(".create");
        browser().find(".submit");
        assertThat(browser().all("code.access-token")).isEmpty();
    }

    @Test
    void aCreateThatIsCutOffEnds() {
        browser().open(TOKENS);
        browser().waitForText("No tokens");
        emulator().inject(Fault.delay(Duration.ofSeconds(60)).on(TokenOperation.CREATE));
        browser().click(".create");
        browser().type(".form .client", "1");
        browser().type(".form .subject", "john");
        browser().click(".submit");
        browser().waitFor("the create has arrived", () -> emulator().faults().isEmpty());

        APPLICATION.modifySourceFile(TokenResource.class, source -> source.replace("\"tokens: \"", "\"after: \""));
        browser().waitFor("the live reload", () -> RestAssured.get("/tokens").asString().startsWith("after: "));
        browser().waitForText("A token may have been issued.");
        assertThat(browser().page()).doesNotContain("Creating…");
        browser().click(".cancel");
        browser().waitFor("the dialog is closed", () -> browser().all(".submit").isEmpty());
    }

    @Test
    void noTokensIsSaidOnlyOfAnEmptyList() {
        emulator().inject(Fault.delay(Duration.ofSeconds(1)).on(TokenOperation.LIST));
        browser().open(TOKENS);
        browser().waitForText("Loading…");
        assertThat(browser().page()).doesNotContain("No tokens");
        browser().waitForText("No tokens");

        emulator().inject(Fault.status(403).result("A001202", "Not allowed").on(TokenOperation.LIST).untilCleared());
        browser().click(".refresh");
        browser().waitForText("list has failed:");
        assertThat(browser().page()).contains("Status: 403", "Result code: A001202", "Outcome: REJECTED", "Attempts: 1")
                .doesNotContain("No tokens");
        emulator().clearFaults();
        browser().click(".refresh");
        browser().waitForText("No tokens");
        assertThat(browser().page()).doesNotContain("list has failed:");
    }

    @Test
    void thePagesGoOnAfterALiveReload() {
        browser().open(TRAFFIC);
        browser().click(".clear");
        browser().waitForText("Calls: 0,");
        create(1, 1, "john");
        browser().waitFor("the create is shown", () -> browser().texts(".operation").contains("create"));

        APPLICATION.modifySourceFile(TokenResource.class, source -> source.replace("\"tokens: \"", "\"after: \""));
        // The browser may be the first to notice the change, and the application is then still the old one for a moment.
        browser().waitFor("the live reload", () -> RestAssured.get("/tokens").asString().equals("after: 1"));
        browser().waitFor("the list is shown", () -> browser().texts(".operation").contains("list")
                && !browser().texts(".operation").contains("create"));
    }
}

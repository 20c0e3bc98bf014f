package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** The Dev UI of an application for which the emulator stands in, as a user clicks through it. */
class DevUiWithEmulatorTest {

    private static final String TOKENS = "quarkus-authlete/tokens";
    private static final String TRAFFIC = "quarkus-authlete/traffic";
    private static final String FAULTS = "quarkus-authlete/faults";

    private static final int PORT = FreePort.use();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(TokenResource.class));

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        RestAssured.port = PORT;
        browser = new Browser("http://localhost:" + PORT);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void card() {
        browser.open("extensions");
        browser.find(".service"); // the log below the page has the same words
        assertThat(browser.texts(".service")).singleElement().asString().contains("default", "emulator", "ID 1000");
        browser.screenshot("dev-ui-card");
        browser.follow("a.extensionLink", "Tokens");
        browser.waitForText("No tokens");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void tokensAreListedFilteredAndTurnedOver() {
        create(21, 26888344961664L, "john");
        create(3, 1234567890L, "mary");
        browser.open(TOKENS);
        browser.waitForText("1–20 of 24");
        browser.screenshot("dev-ui-tokens");
        assertThat(browser.page()).contains("in 59 min", "AUTHORIZATION_CODE", "history.read timeline.read");
        browser.click(".next");
        browser.waitForText("21–24 of 24");
        browser.click(".previous");
        browser.waitForText("1–20 of 24");

        browser.type(".subject", "mary");
        browser.waitForText("1–3 of 3");
        browser.type(".client", "26888344961664");
        browser.waitForText("No tokens");
        browser.type(".subject", "");
        browser.waitForText("1–20 of 21");
        browser.select(".size", "10");
        browser.waitForText("1–10 of 21");
        browser.select(".status", "Expired");
        browser.waitForText("No tokens");
        browser.reload();
        browser.waitForText("1–20 of 24");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aTokenIsCreatedChangedRevokedAndDeleted() {
        browser.open(TOKENS);
        browser.click(".create");
        browser.type(".form .client", "26888344961664");
        browser.type(".form .subject", "john");
        browser.type(".form .scopes", "history.read");
        browser.type(".form .accessTokenDuration", "590");
        browser.click(".submit");
        String value = browser.find("code.access-token").getText();
        assertThat(value).hasSizeGreaterThan(20);
        browser.click(".copy-access-token");
        browser.waitFor("copied", () -> browser.clipboard().equals(value));
        browser.click(".done");
        browser.waitForText("1–1 of 1");
        assertThat(browser.page()).doesNotContain(value).contains("in 9 min");

        browser.click(".edit");
        browser.type(".form .scopes", "history.read other.scope");
        browser.type(".form .accessTokenExpiresAt", "2090-12-31 23:59:59");
        browser.click(".save");
        browser.waitForText("history.read other.scope");
        browser.waitForText("2090-12-31 23:59:59");

        browser.click(".revoke");
        browser.waitForText("Revoke this token?");
        browser.click("vaadin-button[slot='cancel-button']");
        browser.waitFor("nothing is revoked", () -> browser.page().contains("1–1 of 1"));
        create(1, 1, "mary");
        browser.click(".refresh");
        browser.waitForText("1–2 of 2");
        confirm(".revoke", "Revoke");
        browser.waitForText("1–1 of 1");
        confirm(".delete", "Delete");
        browser.waitForText("No tokens");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void allTokensOfASubjectAreRevoked() {
        create(3, 1, "john");
        create(2, 1, "mary");
        browser.open(TOKENS);
        browser.waitForText("1–5 of 5");
        assertThat(browser.find(".revoke-all").getDomAttribute("disabled")).isNotNull();
        browser.type(".subject", "john");
        browser.waitForText("1–3 of 3");
        browser.click(".revoke-all");
        browser.waitForText("All tokens of subject john are revoked");
        browser.click("vaadin-button[slot='confirm-button']");
        browser.waitForText("No tokens");
        RestAssured.get("/tokens").then().body(equalTo("tokens: 2"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aRefusalIsShown() {
        browser.open(TOKENS);
        browser.click(".create");
        browser.type(".form .subject", "john");
        browser.click(".submit");
        browser.waitForText("create has failed:");
        assertThat(browser.page()).contains("Outcome:", "NOT_SENT", "Attempts:");
        browser.click(".cancel");
        browser.type(".client", "no-such-alias");
        browser.waitFor("answered", () -> browser.page().contains("list has failed:") || browser.page().contains("No tokens"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aFaultIsInjectedAndRepeated() {
        browser.open(FAULTS);
        browser.waitForText("None: every call is answered as it should be.");
        browser.select(".operation", "list");
        browser.type(".times", "2");
        browser.click(".inject");
        browser.waitForText("list: HTTP 503, 2×");
        RestAssured.get("/tokens").then().body(equalTo("tokens: 0"));
        browser.waitForText("None: every call is answered as it should be.");
        browser.waitFor("the end of three attempts", () -> browser.texts("tr.attempt").stream()
                .filter(attempt -> !attempt.contains("in flight")).count() == 3);
        assertThat(browser.texts("tr.attempt").get(0)).contains("failure", "503", "UNKNOWN");
        assertThat(browser.texts("tr.attempt").get(2)).contains("success", "200");

        browser.select(".operation", "create");
        browser.select(".kind", "Connection reset");
        browser.click(".processed input");
        browser.type(".times", "1");
        browser.click(".inject");
        browser.waitForText("create: connection reset, 1×, carried out");
        RestAssured.given().queryParam("count", 1).queryParam("client", 1).queryParam("subject", "john").post("/tokens")
                .then().statusCode(500);
        browser.waitForText("The token may have been issued");
        browser.screenshot("dev-ui-faults");

        browser.open(TRAFFIC);
        browser.waitForText("UNKNOWN");
        browser.waitFor("three attempts and one", () -> browser.all("tr.attempt").size() >= 3);
        browser.theme("dark");
        browser.screenshot("dev-ui-traffic-dark");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void faultsAreClearedAndTheClockAdvanced() {
        create(1, 1, "john");
        browser.open(FAULTS);
        browser.type(".times", "");
        browser.click(".inject");
        browser.waitForText("any: HTTP 503, until cleared");
        browser.click(".clear-faults");
        browser.waitForText("None: every call is answered as it should be.");
        browser.type(".clock", "7200");
        browser.click(".advance");
        browser.open(TOKENS);
        browser.select(".status", "Expired");
        browser.waitForText("1–1 of 1");
        assertThat(browser.page()).contains("h ago");
        browser.open(FAULTS);
        browser.click(".reset");
        browser.waitForText("Reset the emulator?");
        browser.click("vaadin-button[slot='confirm-button']");
        browser.open(TOKENS);
        browser.waitForText("No tokens");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void theTrafficPageGoesOnAfterALiveReload() {
        browser.open(TRAFFIC);
        create(1, 1, "john");
        browser.waitFor("the create is shown", () -> cells().contains("create"));

        APPLICATION.modifySourceFile(TokenResource.class, source -> source.replace("\"tokens: \"", "\"after: \""));
        // The browser may be the first to notice the change, and the application is then still the old one for a moment.
        browser.waitFor("the live reload", () -> RestAssured.get("/tokens").asString().equals("after: 1"));
        browser.waitFor("the list is shown", () -> cells().contains("list") && !cells().contains("create"));
        assertThat(browser.errors()).isEmpty();
    }

    private List<String> cells() {
        return browser.texts("vaadin-grid-cell-content");
    }

    private void confirm(String action, String button) {
        browser.click(action);
        browser.click("vaadin-button[slot='confirm-button']", button);
    }

    private static void create(int count, long client, String subject) {
        RestAssured.given().queryParam("count", count).queryParam("client", client).queryParam("subject", subject)
                .post("/tokens").then().statusCode(204);
    }
}

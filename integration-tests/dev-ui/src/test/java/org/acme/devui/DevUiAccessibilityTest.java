package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.restassured.RestAssured;

/** No page and no dialog has a serious finding of axe, in neither theme; narrow windows lose nothing. */
class DevUiAccessibilityTest extends DevUiTestCase {

    @ParameterizedTest
    @ValueSource(strings = { "light", "dark" })
    void theTokens(String theme) {
        create(3, 1, "john");
        browser().open(TOKENS);
        browser().theme(theme);
        browser().waitForText("1–3 of 3");
        browser().click(".toggle");
        check("qwc-authlete-tokens");
        browser().click(".delete");
        browser().waitForText("Delete this token?");
        check("authlete-confirm");
        browser().click(".cancel");
        browser().click(".edit");
        browser().find(".save");
        check("authlete-edit-token");
        browser().click(".cancel");
        browser().click(".create");
        browser().type(".form .client", "1");
        browser().type(".form .subject", "john");
        browser().type(".form .accessTokenDuration", "x");
        check("authlete-new-token");
        browser().type(".form .accessTokenDuration", "");
        browser().click(".submit");
        browser().find(".done");
        check("authlete-new-token");
        browser().click(".done");
    }

    @ParameterizedTest
    @ValueSource(strings = { "light", "dark" })
    void theRealService(String theme) {
        browser().open(TOKENS + "?service=real&subject=john");
        browser().theme(theme);
        browser().waitForText("1–1 of 1");
        browser().click(".delete");
        browser().click(".agree input");
        check("qwc-authlete-tokens");
        browser().click(".confirm");
        browser().waitForText("delete has failed:");
        check("qwc-authlete-tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = { "light", "dark" })
    void trafficAndFaults(String theme) {
        browser().open(TRAFFIC);
        browser().theme(theme);
        browser().click(".clear");
        create(2, 26888344961664L, "mary");
        emulator().inject(Fault.status(503).on(TokenOperation.LIST));
        emulator().inject(Fault.status(429).retryAfter(Duration.ofSeconds(1)).on(TokenOperation.LIST));
        tokens();
        emulator().inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
        RestAssured.given().queryParam("count", 1).queryParam("client", 26888344961664L).queryParam("subject", "john")
                .post("/tokens").then().statusCode(500);
        browser().waitForText("A token may have been issued.");
        check("qwc-authlete-traffic");
        if (theme.equals("dark")) {
            browser().screenshot("dev-ui-traffic-dark");
        }
        emulator().inject(Fault.status(503).untilCleared());
        browser().open(FAULTS);
        browser().theme(theme);
        browser().waitForText("any: HTTP 503, until cleared");
        check("qwc-authlete-faults");
        browser().open("extensions");
        browser().theme(theme);
        browser().find(".counts");
        check("qwc-authlete-card");
    }

    @Test
    void narrowWindowsWrapOrScroll() {
        create(1, 1, "john");
        browser().resize(600);
        for (String page : new String[] { TOKENS, TRAFFIC, FAULTS }) {
            browser().open(page);
            browser().find("authlete-token-table, authlete-calls");
            browser().waitForAnswers();
            String element = "qwc-authlete-" + page.substring(page.indexOf('/') + 1);
            assertThat(browser().run("return arguments[0].scrollWidth - arguments[0].clientWidth", browser().find(element)))
                    .as(page).isEqualTo(0L);
        }
    }

    private void check(String element) {
        assertThat(browser().violations(element)).isEmpty();
    }
}

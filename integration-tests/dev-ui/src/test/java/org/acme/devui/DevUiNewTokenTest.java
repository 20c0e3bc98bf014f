package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A new token is shown once, and stays until it is dismissed. */
class DevUiNewTokenTest extends DevUiTestCase {

    @Test
    void itIsCopiedAndThenForgotten() {
        browser().open(TOKENS);
        browser().waitForText("No tokens");
        browser().click(".create");
        browser().type(".form .client", "26888344961664");
        browser().type(".form .subject", "john");
        browser().type(".form .scopes", "history.read");
        browser().type(".form .accessTokenDuration", "590");
        browser().click(".submit");
        String value = browser().find("code.access-token").getText();
        assertThat(value).hasSizeGreaterThan(20);

        browser().press(Keys.ESCAPE);
        browser().run("document.elementFromPoint(5, 400).click()");
        browser().click(".copy-access-token");
        browser().waitFor("copied", () -> browser().clipboard().equals(value));
        browser().click(".copy-curl");
        browser().waitFor("copied",
                () -> browser().clipboard().startsWith("curl -H 'Authorization: Bearer " + value + "' http://"));
        String hash = browser().find("code.hash").getText();

        browser().click(".done");
        browser().waitForText("1–1 of 1");
        assertThat(browser().page()).doesNotContain(value).contains("in 9 min");
        browser().click(".toggle");
        assertThat(browser().find("dd.hash").getText()).isEqualTo(hash);
    }

    @Test
    void aJwtIsDecoded() {
        browser().open(TOKENS + "?service=real");
        browser().waitForText("1–1 of 1");
        browser().click(".create");
        browser().type(".form .client", "1");
        browser().type(".form .subject", "john");
        browser().click(".agree input");
        browser().click(".submit");
        browser().waitForText("\"alg\": \"ES256\"");
        assertThat(browser().texts("code.jwt")).containsExactly(RealService.JWT);
        assertThat(browser().page()).contains("\"sub\": \"jöhn\"", "Only the list knows its hash.");
        browser().click(".done");
    }

    @Test
    void aRefusalIsShown() {
        browser().open(TOKENS);
        browser().click(".create");
        browser().type(".form .subject", "john");
        browser().click(".submit");
        browser().waitForText("create has failed:");
        assertThat(browser().page()).contains("Outcome: NOT_SENT").doesNotContain("A token may have been issued.");
        browser().click(".cancel");
        browser().waitFor("the dialog is closed", () -> browser().all(".submit").isEmpty());
    }
}

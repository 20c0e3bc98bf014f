package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scopes and expiry of a token: only what is edited is sent, and times are times. */
class DevUiEditTest extends DevUiTestCase {

    @BeforeEach
    void openDialog() {
        browser().open(TOKENS + "?service=real");
        browser().waitForText("1–1 of 1");
        browser().click(".edit");
        browser().click(".agree input");
    }

    @Test
    void theExpiryAlone() {
        browser().click(".day");
        save();
        assertThat(real().bodies()).singleElement().asString().contains("\"accessTokenExpiresAt\":4070995200000")
                .doesNotContain("scopes", "refreshTokenExpiresAt", "accessTokenPersistent");
    }

    @Test
    void theScopesAlone() {
        browser().type(".form .scopes", "history.read  other.scope");
        save();
        assertThat(real().bodies()).singleElement().asString().contains("\"scopes\":[\"history.read\",\"other.scope\"]")
                .doesNotContain("ExpiresAt", "accessTokenPersistent");
    }

    @Test
    void never() {
        browser().click(".never");
        save();
        assertThat(real().bodies()).singleElement().asString().contains("\"accessTokenPersistent\":true")
                .doesNotContain("scopes", "ExpiresAt\":");
    }

    @Test
    void aDateThatDoesNotExistIsNotSent() {
        assertThat(browser().page()).contains("Time zone: ");
        for (String text : new String[] { "2030-02-31", "1", "3600" }) {
            browser().type(".accessTokenExpiresAt", 0, text);
            browser().find("vaadin-date-time-picker[invalid]");
            browser().waitForText("A date such as 2030-12-31");
            browser().click(".save");
        }
        browser().type(".accessTokenExpiresAt", 0, "2030-02-28");
        browser().type(".accessTokenExpiresAt", 1, "12:30:15");
        browser().waitFor("it is right now", () -> browser().all("vaadin-date-time-picker[invalid]").isEmpty());
        save();
        long millis = (Long) browser().run("return new Date('2030-02-28T12:30:15').getTime()");
        assertThat(real().bodies()).singleElement().asString().contains("\"accessTokenExpiresAt\":" + millis);
    }

    private void save() {
        browser().click(".save");
        browser().waitFor("the dialog is closed", () -> browser().all(".save").isEmpty());
        assertThat(real().changes()).containsExactly("update");
    }
}

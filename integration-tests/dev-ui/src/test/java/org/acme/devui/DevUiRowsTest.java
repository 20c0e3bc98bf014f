package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a row shows, and how pages and filters are turned over. */
class DevUiRowsTest extends DevUiTestCase {

    @Test
    void everythingIsKnownOfAToken() {
        browser().open(TOKENS + "?service=real");
        browser().waitForText("1–1 of 1");
        assertThat(browser().page()).contains("a-has…e-cut").doesNotContain(RealService.HASH);
        assertThat(browser().texts(".chip")).containsExactly("history.read", "timeline.read");
        browser().click(".toggle");
        assertThat(browser().find("dd.hash").getText()).isEqualTo(RealService.HASH);
        assertThat(browser().texts(".properties")).singleElement().asString().contains("device: phone", "pin: (hidden)");
        assertThat(browser().texts(".last-refresh")).singleElement().asString().contains("days ago");
        assertThat(browser().texts("pre.json")).singleElement().asString()
                .contains("\"refreshTokenHash\": \"the-hash-of-the-refresh-token\"").doesNotContain("the-hidden-value");
        browser().click(".copy-hash");
        browser().waitFor("copied", () -> browser().clipboard().equals(RealService.HASH));
        assertThat(browser().page()).doesNotContain("the-hidden-value");
    }

    @Test
    void tokensAreFilteredAndTurnedOver() {
        create(61, 26888344961664L, "john");
        create(3, 1234567890L, "a b&c=d#e%f~g+h");
        browser().open(TOKENS);
        browser().waitForText("1–20 of 64");
        browser().screenshot("dev-ui-tokens");
        browser().run("arguments[0].scrollTo(0, 300)", browser().find(".scroll"));
        browser().click(".next");
        browser().waitForText("21–40 of 64");
        assertThat(browser().run("return arguments[0].scrollTop", browser().find(".scroll"))).isEqualTo(0L);
        browser().click(".last");
        browser().waitForText("61–64 of 64");
        browser().click(".previous");
        browser().waitForText("41–60 of 64");
        browser().type(".jump", "2" + Keys.ENTER);
        browser().waitForText("21–40 of 64");
        browser().click(".first");
        browser().waitForText("1–20 of 64");

        browser().type(".subject", "a b&c=d#e%f~g+h");
        browser().waitForText("1–3 of 3");
        browser().reload();
        browser().waitForText("1–3 of 3");
        assertThat(browser().value(".subject")).isEqualTo("a b&c=d#e%f~g+h");
        browser().type(".client", "26888344961664");
        browser().waitForText("No tokens");
        browser().back();
        browser().waitForText("1–3 of 3");
        assertThat(browser().value(".client")).isEmpty();
        browser().type(".subject", "");
        browser().waitForText("1–20 of 64");
        browser().select(".status", "Expired");
        browser().waitForText("No tokens");
        assertThat(browser().address()).endsWith("/tokens?status=INVALID");
        browser().back();
        browser().waitForText("1–20 of 64");
    }

    @Test
    void aLinkShowsWhatItNames() {
        create(3, 1, "mary");
        create(22, 1, "john");
        browser().open(TOKENS + "?subject=john&page=2");
        browser().waitForText("21–22 of 22");
        browser().select("vaadin-select.service", "eu");
        browser().waitForText("No tokens");
        assertThat(browser().address()).endsWith("?service=eu&subject=john");
    }
}

package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Keys that must not destroy anything by accident, and where the focus goes. */
class DevUiKeysTest extends DevUiTestCase {

    @Test
    void enterOnATrashIconDeletesNothing() {
        create(12, 1, "john");
        browser().open(TOKENS);
        browser().waitForText("1–12 of 12");
        browser().focus(".delete");
        for (int i = 0; i < 12; i++) {
            browser().press(Keys.ENTER);
        }
        browser().holdEnter(30);
        browser().waitForAnswers();
        assertThat(tokens()).isEqualTo(12);
    }

    @Test
    void aKeyThatIsHeldDownConfirmsOnce() {
        create(2, 1, "john");
        browser().open(TOKENS);
        browser().waitForText("1–2 of 2");
        browser().focus(".delete");
        browser().press(Keys.ENTER);
        browser().waitForText("Delete this token?");
        browser().waitFor("Cancel has the focus", () -> browser().focused().startsWith("cancel"));
        browser().press(Keys.TAB);
        browser().waitFor("Delete has the focus", () -> browser().focused().startsWith("confirm"));
        browser().holdEnter(10);
        browser().waitForText("1–1 of 1");
        browser().waitForAnswers();
        assertThat(tokens()).isEqualTo(1);
        browser().waitFor("the focus is not lost", () -> browser().focused().startsWith("range"));
    }

    @Test
    void theFocusGoesBackToTheButton() {
        create(2, 1, "john");
        browser().open(TOKENS);
        browser().waitForText("1–2 of 2");
        browser().focus(".revoke");
        String before = browser().focused();
        browser().press(Keys.ENTER);
        browser().waitFor("Cancel has the focus", () -> browser().focused().startsWith("cancel"));
        browser().press(Keys.ESCAPE);
        browser().waitFor("the button has the focus", () -> browser().focused().equals(before));
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void revokeAllTellsHowMany() {
        create(3, 1, "john");
        create(2, 1, "mary");
        browser().open(TOKENS);
        browser().waitForText("1–5 of 5");
        assertThat(browser().disabled(".revoke-all")).isTrue();
        browser().type(".subject", "john");
        browser().waitForText("1–3 of 3");
        browser().click(".revoke-all");
        browser().waitForText("Tokens of subject john that become invalid, whatever their status: 3.");
        browser().click(".confirm");
        browser().waitForText("No tokens");
        assertThat(tokens()).isEqualTo(2);
    }
}

package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A real service is pointed out, and every change of it has to be agreed to. */
class DevUiRealServiceTest extends DevUiTestCase {

    @Test
    void everyChangeHasToBeAgreedTo() {
        browser().open(TOKENS + "?service=real&subject=john");
        browser().waitForText("This is not the emulator.");
        browser().waitForText("1–1 of 1");
        assertThat(browser().texts(".banner")).singleElement().asString().contains(real().url());
        browser().screenshot("dev-ui-real-service");

        browser().click(".create");
        browser().type(".form .subject", "john");
        browser().type(".form .client", "1");
        agree(".submit");
        browser().click(".done");
        browser().click(".edit");
        browser().type(".form .scopes", "other");
        agree(".save");
        browser().waitFor("the dialog is closed", () -> browser().all(".save").isEmpty());
        browser().click(".revoke");
        agree(".confirm");
        browser().waitFor("revoked", () -> real().changes().contains("revoke"));
        browser().waitForAnswers();
        browser().click(".revoke-all");
        browser().waitForText("Tokens of subject john that become invalid");
        agree(".confirm");
        browser().waitFor("revoked", () -> real().changes().size() == 4);
        browser().waitForAnswers();
        browser().click(".delete");
        agree(".confirm");
        browser().waitForText("delete has failed:");
        assertThat(browser().page()).contains("Status: 403", "Result code: A001202", "Outcome: REJECTED", "Attempts: 1");
        assertThat(real().changes()).containsExactly("create", "update", "revoke", "revoke", "delete");
        assertThat(browser().page()).doesNotContain(DevUiApplication.API_TOKEN);

        browser().select("vaadin-select.service", "default");
        browser().waitForText("No tokens");
        assertThat(browser().all(".banner")).isEmpty();
    }

    @Test
    void theDevServiceHidesTheApiToken() {
        browser().open("dev-services");
        browser().waitForText("Emulator of the Authlete token-management API");
        assertThat(browser().page()).doesNotContain(DevUiApplication.API_TOKEN);
    }

    private void agree(String button) {
        browser().find(button);
        assertThat(browser().disabled(button)).isTrue();
        browser().click(".agree input");
        browser().click(button);
    }
}

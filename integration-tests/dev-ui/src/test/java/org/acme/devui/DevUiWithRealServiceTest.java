package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** One service is real and not injected, one is the emulator, one lacks configuration. */
class DevUiWithRealServiceTest {

    private static final int PORT = FreePort.use();
    private static final RealService REAL = new RealService();
    private static final String API_TOKEN = "the-api-token-of-the-user";

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(NamedServices.class).addAsResource(new StringAsset("""
                    quarkus.authlete.url=%s
                    quarkus.authlete.service-id=4711
                    quarkus.authlete.service-access-token=%s
                    quarkus.authlete."eu".service-access-token=%s
                    quarkus.authlete."jp".region=jp
                    """.formatted(REAL.url(), API_TOKEN, API_TOKEN)), "application.properties"));

    @AfterAll
    static void close() {
        REAL.close();
    }

    @Test
    void changesAreConfirmedAndTheRealServiceIsPointedOut() {
        try (Browser browser = new Browser("http://localhost:" + PORT)) {
            browser.open("extensions");
            browser.waitForText(REAL.url());
            assertThat(browser.texts(".service")).anyMatch(service -> service.contains("default " + REAL.url()))
                    .anyMatch(service -> service.contains("eu emulator"))
                    .anyMatch(service -> service.contains("jp inactive: ")
                            && service.contains("set quarkus.authlete.\"jp\".service-id"));

            browser.open("quarkus-authlete/tokens");
            browser.waitForText("This is not the emulator.");
            browser.waitForText("1–1 of 1");
            assertThat(browser.texts(".banner")).singleElement().asString().contains(REAL.url());
            assertThat(browser.page()).contains("a-has…e-cut").doesNotContain("a-hash-that-is-long-enough-to-be-cut");
            browser.screenshot("dev-ui-real-service");

            browser.click(".create");
            browser.type(".form .subject", "john");
            browser.type(".form .client", "1");
            assertThat(browser.find(".submit").getDomAttribute("disabled")).isNotNull();
            browser.click(".agree input");
            browser.click(".submit");
            browser.find("code.access-token");
            browser.click(".done");

            browser.click(".edit");
            browser.find(".save");
            assertThat(browser.find(".save").getDomAttribute("disabled")).isNotNull();
            browser.click(".cancel");

            browser.click(".revoke");
            browser.waitForText("This is a real service: " + REAL.url());
            assertThat(REAL.changes()).containsExactly("create");
            browser.click("vaadin-button[slot='confirm-button']", "Revoke");
            browser.waitFor("revoked", () -> REAL.changes().contains("revoke"));

            browser.click(".delete");
            browser.click("vaadin-button[slot='confirm-button']", "Delete");
            browser.waitForText("delete has failed:");
            assertThat(browser.page()).contains("Status: 403", "Result code: A001202", "Outcome: REJECTED", "Attempts: 1");

            browser.select("vaadin-select.service", "eu");
            browser.waitForText("No tokens");
            assertThat(browser.all(".banner")).isEmpty();

            browser.open("dev-services");
            browser.waitForText("Emulator of the Authlete token-management API");
            assertThat(browser.page()).doesNotContain(API_TOKEN);
            assertThat(browser.errors()).isEmpty();
        }
    }
}

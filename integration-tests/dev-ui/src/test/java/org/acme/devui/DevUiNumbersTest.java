package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Numbers that are none, or that nobody can mean. */
class DevUiNumbersTest extends DevUiTestCase {

    private static final String[] WRONG = { "99999999999999", "-1", "1.5", "1e3", "x" };

    @Test
    void theClock() {
        browser().open(FAULTS);
        browser().waitForText("None: every call is answered as it should be.");
        for (String wrong : WRONG) {
            browser().type(".clock", wrong);
            browser().find("vaadin-text-field[invalid]");
            browser().waitForText("A whole number from 1 to 315360000");
            browser().click(".advance");
        }
        browser().waitForAnswers();
        assertThat(Duration.between(java.time.Instant.now(), emulator().now()).abs()).isLessThan(Duration.ofMinutes(5));
        browser().type(".clock", "315360000");
        browser().click(".advance");
        browser().waitFor("the clock is advanced",
                () -> emulator().now().isAfter(java.time.Instant.now().plus(Duration.ofDays(3000))));
    }

    @Test
    void aClockAtItsEndBreaksNoPage() {
        create(1, 1, "john");
        emulator().advanceClock(Duration.ofDays(365L * 9000));
        browser().open(TOKENS);
        browser().waitForText("1–1 of 1");
        assertThat(browser().page()).contains("days ago");
        browser().open(FAULTS);
        browser().waitForText("Time of the emulator: after the year 9999");
        browser().click(".advance");
        browser().waitForText("The clock cannot go past the year 9999.");
        browser().open(TRAFFIC);
        browser().find("authlete-call");
    }

    @Test
    void durations() {
        browser().open(TOKENS);
        browser().waitForText("No tokens");
        browser().click(".create");
        browser().type(".form .client", "1");
        browser().type(".form .subject", "john");
        for (String wrong : WRONG) {
            browser().type(".form .refreshTokenDuration", wrong);
            browser().find("vaadin-text-field[invalid]");
            browser().waitForText("A whole number from 1 to 3153600000");
            browser().click(".submit");
        }
        browser().waitForAnswers();
        assertThat(tokens()).isZero();
        browser().type(".form .refreshTokenDuration", "3153600000");
        browser().click(".submit");
        browser().click(".done");
        browser().waitFor("a hundred years", () -> browser().page().matches(".*in 36(499|500) days.*"));
    }

    @Test
    void faults() {
        browser().open(FAULTS);
        browser().waitForText("None: every call is answered as it should be.");
        browser().type(".status", "99999999999999");
        browser().waitForText("A whole number from 200 to 599");
        browser().click(".inject");
        browser().waitForAnswers();
        assertThat(emulator().faults()).isEmpty();
    }

    @Test
    void pages() {
        create(1, 1, "john");
        browser().open(TOKENS + "?page=99999999999999");
        browser().waitForText("1–1 of 1");
        browser().open(TOKENS + "?page=x&status=ALL");
        browser().waitForText("1–1 of 1");
    }
}

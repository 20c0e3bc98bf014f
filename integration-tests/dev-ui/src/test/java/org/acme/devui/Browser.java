package org.acme.devui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;

import org.awaitility.Awaitility;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium. Selectors find elements in shadow roots too, each selector within one root. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String FIND = """
            const found = [];
            const visit = root => {
                found.push(...root.querySelectorAll(arguments[0]));
                root.querySelectorAll('*').forEach(element => element.shadowRoot && visit(element.shadowRoot));
            };
            visit(document);
            return found.filter(element => element.checkVisibility());
            """;

    private final ChromeDriver driver;
    private final String root;

    Browser(String root) {
        this.root = root;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("chromedriver"))).build(), options);
        driver.manage().window().setSize(new Dimension(1440, 860));
        driver.executeCdpCommand("Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    void open(String page) {
        driver.get(root + "/q/dev-ui/" + page);
    }

    void reload() {
        driver.navigate().refresh();
    }

    @SuppressWarnings("unchecked")
    List<WebElement> all(String selector) {
        return (List<WebElement>) driver.executeScript(FIND, selector);
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(this::text).toList();
    }

    /** All that can be read on the page. */
    String page() {
        return (String) driver.executeScript("""
                const text = [];
                const visit = node => {
                    text.push(node.nodeType === Node.TEXT_NODE ? node.data : ' ');
                    if (node.shadowRoot) { visit(node.shadowRoot); }
                    if (node.value && typeof node.value === 'string') { text.push(node.value, ' '); }
                    if (!['STYLE', 'SCRIPT'].includes(node.tagName)) { node.childNodes.forEach(visit); }
                    if (node.nodeType !== Node.TEXT_NODE) { text.push(' '); }
                };
                visit(document.body);
                return text.join('').replace(/\\s+/g, ' ');
                """);
    }

    WebElement find(String selector) {
        return await("there is " + selector, () -> all(selector).stream().findFirst().orElse(null));
    }

    void click(String selector) {
        await("click on " + selector, () -> {
            WebElement element = all(selector).stream().findFirst().orElse(null);
            if (element == null || element.getDomAttribute("disabled") != null) {
                return null;
            }
            element.click();
            return element;
        });
    }

    /** An element with this text. */
    void click(String selector, String text) {
        await("click on " + selector + " with " + text, () -> {
            WebElement element = all(selector).stream().filter(found -> text(found).equals(text)).findFirst().orElse(null);
            if (element != null) {
                element.click();
            }
            return element;
        });
    }

    /** Wherever the mouse can reach it; Selenium takes what is slotted twice for hidden. */
    void follow(String link, String text) {
        new Actions(driver).moveToElement(await("the link " + text,
                () -> all(link).stream().filter(found -> text(found).equals(text)).findFirst().orElse(null))).click().perform();
    }

    void type(String field, String text) {
        WebElement input = find(field + " input");
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(text, Keys.TAB);
    }

    void select(String select, String label) {
        click(select);
        click("vaadin-select-item", label);
    }

    void waitFor(String what, Callable<Boolean> condition) {
        await(what, () -> condition.call() ? true : null);
    }

    void waitForText(String text) {
        waitFor("the page has: " + text, () -> page().contains(text));
    }

    String clipboard() {
        return (String) driver
                .executeAsyncScript("navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))");
    }

    void theme(String name) {
        driver.executeAsyncScript("""
                const done = arguments[1];
                import('theme-state').then(module => { module.themeState.changeTo(arguments[0]); setTimeout(done, 500); });
                """, name);
    }

    /**
     * What went wrong in the browser since this was last asked. Left out is what the Dev UI itself reads anew after a live
     * reload, at once, when the application may not be up again.
     */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage).filter(message -> !message.contains("/dev-ui/devui-data.js?")).toList();
    }

    /** Writes the picture of the page if screenshots are wanted. */
    void screenshot(String name) {
        String directory = System.getProperty("screenshots", "");
        if (!directory.isBlank()) {
            driver.executeAsyncScript("""
                    const done = arguments[0];
                    document.querySelectorAll('vaadin-notification-card').forEach(card => card.remove());
                    document.fonts.ready.then(() => setTimeout(done, 600));
                    """);
            try {
                Path file = Files.createDirectories(Path.of(directory)).resolve(name + ".png");
                Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String text(WebElement element) {
        return (String) driver.executeScript("return arguments[0].textContent.replace(/\\s+/g, ' ').trim()", element);
    }

    private <T> T await(String what, Callable<T> condition) {
        Object[] found = new Object[1];
        try {
            Awaitility.await(what).atMost(PATIENCE).ignoreExceptionsInstanceOf(WebDriverException.class)
                    .until(() -> (found[0] = condition.call()) != null);
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\nThe page: " + page() + "\nErrors: " + errors(), e);
        }
        @SuppressWarnings("unchecked")
        T value = (T) found[0];
        return value;
    }

    @Override
    public void close() {
        driver.quit();
    }
}

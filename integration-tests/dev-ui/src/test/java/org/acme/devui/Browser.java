package org.acme.devui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
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

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 860;
    private static final String AXE = resource("/axe.min.js");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Most of what a test waits for is there at once, or a moment later. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private static final String FUNCTIONS = resource("/org/acme/devui/browser.js");

    /** Has nothing of this extension. */
    private static final String OTHER_PAGE = "dev-services";

    private final ChromeDriver driver;
    private final String root;
    private boolean loaded;

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
        driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
        driver.executeCdpCommand("Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    /** Within the Dev UI, as by its menu: to load all its modules anew takes two seconds. */
    void open(String page) {
        if (loaded) {
            leave();
            go(page);
        } else {
            driver.get(root + "/q/dev-ui/" + page);
            loaded = true;
        }
    }

    /** The application has been restarted: the next page is loaded anew. */
    void forget() {
        loaded = false;
    }

    private void leave() {
        go(OTHER_PAGE);
        waitFor("the page is left",
                () -> all("qwc-authlete-tokens, qwc-authlete-traffic, qwc-authlete-faults, qwc-authlete-card").isEmpty());
    }

    private void go(String page) {
        String[] address = page.split("(?=\\?)", 2);
        run("window.dispatchEvent(new CustomEvent('vaadin-router-go',"
                + " { detail: { pathname: '/q/dev-ui/' + arguments[0], search: arguments[1], hash: '' } }))",
                address[0], address.length == 1 ? "" : address[1]);
    }

    void reload() {
        driver.navigate().refresh();
    }

    @SuppressWarnings("unchecked")
    List<WebElement> all(String selector) {
        return (List<WebElement>) run("return find(arguments[0])", selector);
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(this::text).toList();
    }

    /** All that can be read on the page. */
    String page() {
        return (String) run("return page()");
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

    /** Into the first input of the field, wherever it has it. */
    void type(String field, String text) {
        type(field, 0, text);
    }

    void type(String field, int input, String text) {
        WebElement found = await("there is an input in " + field, () -> {
            List<WebElement> inputs = inputs(field);
            return inputs.size() > input ? inputs.get(input) : null;
        });
        found.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        found.sendKeys(text, Keys.TAB);
    }

    @SuppressWarnings("unchecked")
    private List<WebElement> inputs(String field) {
        List<WebElement> fields = all(field);
        return fields.isEmpty() ? List.of() : (List<WebElement>) run("return inputs(arguments[0])", fields.get(0));
    }

    String value(String field) {
        return (String) run("return arguments[0].value", find(field));
    }

    boolean disabled(String selector) {
        return find(selector).getDomAttribute("disabled") != null;
    }

    /** What has the focus, by its class and label. */
    String focused() {
        return (String) run("return focused()");
    }

    void focus(String selector) {
        run("arguments[0].focus()", find(selector));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Enter once, and then what a keyboard sends while it is held down. */
    void holdEnter(int repeats) {
        for (int i = 0; i <= repeats; i++) {
            driver.executeCdpCommand("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", "Enter", "code", "Enter",
                    "windowsVirtualKeyCode", 13, "text", "\r", "autoRepeat", i > 0));
        }
        driver.executeCdpCommand("Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
    }

    /** All that the application has been asked is answered, and what it says is shown. */
    void waitForAnswers() {
        waitFor("everything is answered", () -> (Boolean) driver.executeAsyncScript("""
                const done = arguments[0];
                import('jsonrpc').then(module => setTimeout(() => done(module.JsonRpc.promiseQueue.size === 0)));
                """));
    }

    String address() {
        return driver.getCurrentUrl().substring(root.length());
    }

    void back() {
        driver.navigate().back();
    }

    void resize(int width) {
        driver.manage().window().setSize(new Dimension(width, HEIGHT));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(FUNCTIONS + script, arguments);
    }

    /** What axe finds wrong below an element, seriously or worse. */
    @SuppressWarnings("unchecked")
    List<String> violations(String selector) {
        return (List<String>) driver.executeAsyncScript(FUNCTIONS + "violations(...arguments)", AXE, find(selector));
    }

    /** No page of this extension is open, and no message. */
    void reset() {
        driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
        if (loaded) {
            leave();
            run("document.querySelectorAll('vaadin-notification-card').forEach(card => card.remove())");
        }
        errors();
    }

    void select(String select, String label) {
        await("select " + label + " of " + select, () -> {
            WebElement field = find(select);
            if (Boolean.TRUE.equals(run("return arguments[0].items.find(item => item.label === arguments[1])?.value"
                    + " === arguments[0].value && !arguments[0].opened", field, label))) {
                return field;
            }
            if (field.getDomAttribute("opened") == null) {
                field.click();
            } else {
                ((WebElement) run("return [...arguments[0].querySelectorAll('vaadin-select-item')]"
                        + ".find(item => item.textContent.trim() === arguments[1])", field, label)).click();
            }
            return null;
        });
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

    /** Changes it, and waits until all colours have changed. */
    void theme(String name) {
        driver.executeAsyncScript("""
                const done = arguments[1];
                const settle = () => Promise.all(document.getAnimations()
                    .filter(animation => animation instanceof CSSTransition).map(transition => transition.finished))
                    .then(done, done);
                import('theme-state').then(module => {
                    module.themeState.changeTo(arguments[0]);
                    requestAnimationFrame(() => requestAnimationFrame(settle));
                });
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

    private static String resource(String name) {
        try (InputStream text = Browser.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(WebElement element) {
        return (String) run("return arguments[0].textContent.replace(/\\s+/g, ' ').trim()", element);
    }

    private <T> T await(String what, Callable<T> condition) {
        Object[] found = new Object[1];
        try {
            Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(POLL_INTERVAL)
                    // The page changes; the application restarts.
                    .ignoreExceptionsMatching(e -> e instanceof WebDriverException || e instanceof IOException)
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

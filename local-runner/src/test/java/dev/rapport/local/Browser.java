package dev.rapport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** A real browser, used as a person would. */
final class Browser implements AutoCloseable {

    /**
     * Hides the rows beyond the first dozen of the table of all rules while axe looks, but for the one the keyboard is in and
     * those with a fault: one template writes all of them, and axe looks into ten thousand cells for minutes.
     */
    private static final String FEW_ROWS = "document.styleSheets[0].insertRule("
            + "'rule-table tbody tr:nth-child(n+13):not(:has([aria-invalid], [tabindex=\"0\"])) { display: none }', 0)";
    private static final String ALL_ROWS = "document.styleSheets[0].deleteRule(0)";
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver",
            "/usr/lib/chromium-browser/chromedriver", "/usr/lib/chromium/chromedriver");
    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> OF_A_PHONE = List.of("target-size", "scrollable-region-focusable", "list",
            "listitem", "td-headers-attr", "th-has-data-cells");
    private static final List<String> OF_THE_DARK = List.of("color-contrast", "link-in-text-block");
    /** A machine that builds meanwhile is slow, and nothing here waits longer than it has to. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final int WIDE = 1280;
    static final int NARROW = 320;

    private final ChromeDriver driver;
    private final Path pictures;

    private Browser(ChromeDriver driver, Path pictures) {
        this.driver = driver;
        this.pictures = pictures;
    }

    /** Empty where there is no Chromium with its driver; says so. */
    static Optional<Browser> open(Path pictures) throws IOException {
        var browser = first(BROWSERS);
        var chromedriver = first(DRIVERS);
        if (browser.isEmpty() || chromedriver.isEmpty()) {
            System.out.println("no browser journey: there is no " + (browser.isEmpty() ? "Chromium" : "chromedriver")
                    + " (on Debian: apt-get install chromium chromium-driver)");
            return Optional.empty();
        }
        Files.createDirectories(pictures);
        var options = new ChromeOptions();
        options.setBinary(browser.get());
        // pages are in the language of the browser, which would be that of whoever runs this
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--window-size=1280,900",
                "--accept-lang=en");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(chromedriver.get()).toFile()).usingAnyFreePort().build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
        return Optional.of(new Browser(driver, pictures));
    }

    private static Optional<String> first(List<String> paths) {
        return paths.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    }

    void go(String url) {
        driver.get(url);
    }

    String url() {
        return driver.getCurrentUrl();
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE).until(d -> d.findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    void click(String css) {
        var element = find(css);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Presses the button or follows the link that reads so. */
    void press(String words) {
        var element = new WebDriverWait(driver, PATIENCE).until(d -> Stream
                .of(d.findElements(By.tagName("button")), d.findElements(By.tagName("a"))).flatMap(List::stream)
                .filter(each -> each.isDisplayed() && each.getText().strip().equals(words)).findFirst().orElse(null));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Presses what leads to another page, and waits for that page: the one before may still be read for a moment. */
    void follow(String words) {
        var before = driver.findElement(By.tagName("html"));
        press(words);
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(before));
    }

    void fill(String css, String words) {
        var field = find(css);
        field.clear();
        field.sendKeys(words);
    }

    void choose(String css, String value) {
        new org.openqa.selenium.support.ui.Select(find(css)).selectByVisibleText(value);
    }

    void chooseByValue(String css, String value) {
        new org.openqa.selenium.support.ui.Select(find(css)).selectByValue(value);
    }

    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Sends keys while others are held, e.g. {@code Keys.CONTROL}. */
    void chord(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(Keys.chord(keys));
    }

    /** Presses the tabulator until the focus is there. */
    void tabTo(String css) {
        for (int pressed = 0; !(Boolean) script("return document.activeElement.matches(arguments[0])",
                css); pressed++) {
            assertThat(pressed).as("tabulators to " + css).isLessThan(60);
            keys(Keys.TAB);
        }
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until the page says so; the failure shows what it says instead. */
    void awaitText(String css, String words) {
        try {
            new WebDriverWait(driver, PATIENCE).ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                    .until(d -> d.findElements(By.cssSelector(css)).stream()
                            .anyMatch(e -> e.getText().contains(words)));
        } catch (org.openqa.selenium.TimeoutException never) {
            throw new AssertionError(css + " never says \"" + words + "\" at " + url() + " but:\n"
                    + find("body").getText(), never);
        }
    }

    void awaitNone(String css) {
        new WebDriverWait(driver, PATIENCE).until(d -> d.findElements(By.cssSelector(css)).isEmpty());
    }

    /** As wide as a desk or as narrow as a phone, light or dark. */
    void shape(int width, boolean dark) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /**
     * Holds the page against WCAG 2.2 AA and its width, on a desk, on a phone and in the dark, and takes a picture of each.
     * A phone and the dark are asked only what can differ there.
     */
    void inspect(String name) throws IOException {
        inspect(name, "wide", WIDE, false, new AxeBuilder().withTags(WCAG_AA));
        inspect(name, "narrow", NARROW, false, new AxeBuilder().withOnlyRules(OF_A_PHONE));
        inspect(name, "dark", WIDE, true, new AxeBuilder().withOnlyRules(OF_THE_DARK));
        shape(WIDE, false);
    }

    private void inspect(String name, String shape, int width, boolean dark, AxeBuilder axe) throws IOException {
        shape(width, dark);
        assertThat((long) (Long) script("return document.documentElement.scrollWidth"))
                .as(name + " scrolls sideways, " + shape).isLessThanOrEqualTo(width);
        picture(name + "-" + shape);
        // only there: after its style sheet was touched, Chromium 156 at times keeps the width of a table that narrows to cards
        var manyRows = !all("rule-table").isEmpty();
        if (manyRows) {
            script(FEW_ROWS);
        }
        var violations = axe.analyze(driver).getViolations();
        if (manyRows) {
            script(ALL_ROWS);
        }
        assertThat(violations.stream().map(Browser::told).toList()).as(name + ", " + shape).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getAny().stream().map(c -> c.getMessage()).toList()).toList();
    }

    /** Of the whole page, into {@code name.png}. */
    void picture(String name) throws IOException {
        var size = (Map<?, ?>) driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = new HashMap<String, Object>(Map.of("x", 0, "y", 0, "scale", 1));
        clip.put("width", size.get("width"));
        clip.put("height", Math.min(4_000, ((Number) size.get("height")).doubleValue()));
        var taken = driver.executeCdpCommand("Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        Files.write(pictures.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}

package org.dabyl.rehearsal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium; tests of pages are skipped where none is installed, but not in CI. */
public final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** How long a page may take to show what is expected, in ms: a busy machine is slow. */
    private static final double PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    /**
     * A page that is open.
     *
     * @param troubles what no page may do: errors on the console, requests to anywhere else
     */
    public record Window(BrowserContext context, Page page, List<String> troubles) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIET));
    }

    public static Chromium start() {
        Optional<Path> program = find();
        Assumptions.assumeTrue(
                program.isPresent() || "true".equals(System.getenv("CI")),
                "No Chromium on this machine: the pages are not tested");
        return new Chromium(program.orElseThrow(() -> new AssertionError("CI has no Chromium")));
    }

    /** Opens the page at an address that ends with a slash. */
    public Window open(String address, Browser.NewContextOptions options) {
        List<String> troubles = new ArrayList<>();
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                troubles.add("left this computer: " + request.url());
            }
        });
        page.navigate(address);
        return new Window(context, page, troubles);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(":", -1)))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

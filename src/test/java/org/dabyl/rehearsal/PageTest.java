package org.dabyl.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real Chromium, with a scripted bot behind it; skipped where no Chromium is installed, but not in CI. */
@SuppressWarnings("NullAway.Init")
class PageTest {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static RehearsalServer server;
    private static ScriptedBot bot;
    private static Playwright playwright;
    private static Browser browser;
    private BrowserContext context;
    private Page page;
    private final List<String> troubles = new ArrayList<>();

    @BeforeAll
    static void start() {
        Optional<Path> chromium = chromium();
        Assumptions.assumeTrue(
                chromium.isPresent() || "true".equals(System.getenv("CI")),
                "No Chromium on this machine: the rehearsal's page is not tested");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow(() -> new AssertionError("CI has no Chromium")))
                        .setArgs(QUIET));
        // the scripted bot keeps no pace
        server = RehearsalServer.start("--dabyl.rehearsal.per-second=0");
        bot = ScriptedBot.start(server);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
            bot.close();
            server.close();
        }
    }

    @BeforeEach
    void open() {
        bot.drop();
        server.post("/rehearsal/reset", "{}");
        bot.forget();
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("ru-KZ"));
        page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + server.port() + "/")) {
                troubles.add("left this computer: " + request.url());
            }
        });
        page.navigate("http://localhost:" + server.port() + "/");
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void theMainJobIsRehearsedOnTwoPhones() {
        page.locator("#step-register").click();
        assertThat(resident().locator(".bubble").last()).containsText("Вы записаны: shanyrak-1");
        page.locator("#step-alert").click();
        button(organiser(), "Отправить").click();
        button(resident(), "10 мин").click();
        assertThat(resident().locator(".toast")).hasText("Принято");
        assertThat(resident().locator(".bubble").last()).containsText("Ваш ответ: иду");
        assertThat(resident().locator(".bubble").last()).containsText("изменено");
        assertThat(organiser().locator(".bubble").last()).containsText("Идут: 1");
        shot("desktop");
        button(resident(), "Я на месте").click();
    }

    @Test
    void theGuideTakesANewcomerThroughTheMainJob() {
        RehearsalServer.ownerLink = Optional.of("https://t.me/dabyl_rehearsal_bot?start=o_secret");
        page.reload();
        page.locator("#step-owner").click();
        assertThat(organiser().locator(".bubble").last()).containsText("Вы владелец");
        RehearsalServer.ownerLink = Optional.empty();
        page.locator("#step-register").click();
        assertThat(page.locator("#steps .done")).hasCount(2);
        page.locator("#speed-20").click();
        page.locator("#step-crowd").click();
        page.locator("#step-alert").click();
        button(organiser(), "Отправить").click();
        assertThat(resident().locator(".buttons")).hasCount(1);
        page.locator("#step-answer").click();
        assertThat(resident().locator(".bubble").last()).containsText("Ваш ответ: иду");
        assertThat(page.locator("#crowd-panel")).containsText("Записались");
        page.locator("#crowd-panel").scrollIntoViewIfNeeded();
        shot("guide");
    }

    @Test
    void theDarkSideIsAsReadable() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate("http://localhost:" + server.port() + "/?lang=kk");
        page.locator("#step-register").click();
        assertThat(resident().locator(".bubble").last()).containsText("Вы записаны");
        resident().getByLabel("Командалар").click();
        assertThat(resident().locator(".sheet").getByText("/status")).isVisible();
        shot("dark");
    }

    @Test
    void textsFullOfMarkupAreShownAsText() {
        String hostile = "<img src=x onerror=alert(1)> \"'&amp; <b>b</b> {{7*7}} ${7*7}";
        start(resident());
        write(resident(), hostile);
        assertThat(resident().locator(".turn.mine .text").last()).hasText(hostile);
        assertThat(resident().locator(".turn.theirs .text").last()).hasText(hostile);
        assertThat(resident().locator(".text img")).hasCount(0);
    }

    @Test
    void aLinkToTheBotOpensInThatPhone() {
        write(start(organiser()), "/start o_secret");
        organiser()
                .locator(".tap", new Locator.LocatorOptions().setHasText("https://t.me/"))
                .click();
        assertThat(organiser().locator(".bubble").last()).containsText("Вы записаны: shanyrak-1");
    }

    @Test
    void theKeyboardsLocationButtonOffersPlaces() {
        write(start(resident()), "/keys");
        button(resident(), "📍 Отправить место").click();
        resident().locator(".sheet").getByText("Шанырак-1").click();
        assertThat(resident().locator(".bubble").last()).containsText("Место получено.");
        assertThat(resident().locator(".point")).containsText("43.2772, 76.8306");
        assertThat(resident().locator(".keyboard")).hasCount(0);
    }

    @Test
    void theMenuSendsACommand() {
        start(resident());
        resident().getByLabel("Команды").click();
        resident().locator(".sheet").getByText("/status").click();
        assertThat(resident().locator(".turn.mine .text").last()).hasText("/status");
    }

    @Test
    void blockingTakesTheChatAwayUntilItIsUndone() {
        start(resident());
        resident().getByLabel("Заблокировать бота").click();
        assertThat(resident().locator(".compose")).isHidden();
        resident().getByText("Разблокировать бота").click();
        assertThat(resident().locator(".compose")).isVisible();
    }

    @Test
    void aCrowdRegistersAndIsCounted() {
        page.locator("#step-crowd").click();
        assertThat(page.locator("#crowd-panel")).containsText("из 1 000");
        page.locator("#speed-60").click();
        assertThat(page.locator("#speed-60")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#crowd-panel progress")).not().hasAttribute("value", "0");
    }

    @Test
    void theLanguageCanBeSwitched() {
        page.locator(".languages a[hreflang=kk]").click();
        assertThat(page.locator("h1")).hasText("Жаттығу");
        page.locator(".languages a[hreflang=en]").click();
        assertThat(page.locator("h1")).hasText("Rehearsal");
    }

    @Test
    void aNarrowScreenShowsOnePaneAtATime() {
        page.setViewportSize(390, 844);
        assertThat(page.locator("#guide")).isVisible();
        assertThat(resident()).isHidden();
        shot("phone-guide");
        page.locator("#step-register").click();
        assertThat(resident()).isVisible();
        assertThat(page.locator("#guide")).isHidden();
        assertThat(resident().locator(".bubble").last()).containsText("Вы записаны");
        shot("phone-resident");
        page.locator(".tabs").getByText("Организатор").click();
        assertThat(organiser()).isVisible();
    }

    @Test
    void anotherPhoneCanBeAdded() {
        int before = page.locator(".phone").count();
        page.locator("button[name=language][value=en]").click();
        assertThat(page.locator(".phone")).hasCount(before + 1);
    }

    private Locator resident() {
        return page.locator("#phone-" + Phones.RESIDENT);
    }

    private Locator organiser() {
        return page.locator("#phone-" + Phones.ORGANISER);
    }

    private static Locator button(Locator phone, String text) {
        return phone.locator(".row > button", new Locator.LocatorOptions().setHasText(text));
    }

    private static Locator start(Locator phone) {
        phone.getByText("Начать").click();
        assertThat(phone.locator(".turn.theirs")).hasCount(1);
        return phone;
    }

    private static void write(Locator phone, String text) {
        int before = phone.locator(".turn.theirs").count();
        phone.getByPlaceholder("Сообщение").fill(text);
        phone.getByPlaceholder("Сообщение").press("Enter");
        assertThat(phone.locator(".turn.theirs")).hasCount(before + 1);
    }

    /** Keeps a picture where {@code -Ddabyl.shots=<folder>} asks for it. */
    private void shot(String name) {
        String folder = System.getProperty("dabyl.shots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    private static Optional<Path> chromium() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(":", -1)))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

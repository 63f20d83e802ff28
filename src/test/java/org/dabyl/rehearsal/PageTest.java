package org.dabyl.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real Chromium, with a scripted bot behind it; skipped where no Chromium is installed, but not in CI. */
@SuppressWarnings("NullAway.Init")
class PageTest {
    private static RehearsalServer server;
    private static ScriptedBot bot;
    private static Chromium chromium;
    private Chromium.Window window;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        // the scripted bot keeps no pace
        server = RehearsalServer.start("--dabyl.rehearsal.per-second=0");
        bot = ScriptedBot.start(server);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            bot.close();
            server.close();
        }
    }

    @BeforeEach
    void open() {
        bot.drop();
        server.post("/rehearsal/reset", "{}");
        bot.forget();
        window = chromium.open(
                "http://localhost:" + server.port() + "/",
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("ru-KZ"));
        page = window.page();
    }

    @AfterEach
    void nothingWentWrong() {
        window.close();
        assertThat(window.troubles()).isEmpty();
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
    void nothingIsFetchedFromElsewhereAndNoScriptOfATextRuns() {
        page.evaluate("""
                () => {
                    const script = document.createElement('script');
                    script.textContent = 'document.title = "it ran"';
                    const picture = new Image();
                    picture.src = 'https://example.org/who-reads-this.png';
                    document.body.append(script, picture);
                }""");

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.title()).isNotEqualTo("it ran");
        page.waitForCondition(() -> window.troubles().size() >= 2);
        assertThat(window.troubles())
                .anyMatch(trouble -> trouble.startsWith("Executing inline script violates"))
                .anyMatch(trouble -> trouble.startsWith("Loading the image 'https://example.org/"));
        window.troubles().clear();
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
}

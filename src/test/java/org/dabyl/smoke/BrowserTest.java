package org.dabyl.smoke;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dabyl.rehearsal.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the README's first command gives a newcomer: the main job, in a browser.
 *
 * <p>With {@code -Ddabyl.pictures=<folder>} it takes the README's pictures on its way.
 */
@SuppressWarnings("NullAway.Init")
class BrowserTest {

    private static final String CROWD = "150";

    private static Chromium chromium;
    private static ConfigurableApplicationContext program;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        program = Town.start();
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            chromium.close();
            program.close();
        }
    }

    @Test
    void aNewcomerRehearsesTheMainJob() {
        try (Chromium.Window window = open(1280, 800, "en-US")) {
            page = window.page();
            assertThat(page.locator("h1")).hasText("Rehearsal");
            picture("start");
            peopleRegister();
            anAlertGoesOut();
            answersAreCounted();
            itIsOver();
            assertThat(window.troubles()).isEmpty();
        }
        onAPhone();
    }

    private void peopleRegister() {
        speaks(resident(), "en");
        speaks(organiser(), "en");
        page.locator("#step-owner").click();
        says(organiser(), "You are the owner");
        page.locator("#step-register").click();
        says(resident(), "Shanyrak-1: if they come");
        page.locator("#speed-60").click();
        page.getByText("Bring people to other districts").click();
        page.getByLabel("District codes").fill("shanyrak-1");
        page.getByLabel("How many").fill(CROWD);
        page.getByText("Bring them").click();
        assertThat(page.locator("#crowd-panel")).containsText("Registered: 150 of 150");
        page.getByText("Bring people to other districts").click();
    }

    private void anAlertGoesOut() {
        page.locator("#step-alert").click();
        says(organiser(), "People: 151");
        says(organiser(), "Bulldozers at the entrance");
        page.locator("#speed-5").click();
        button(organiser(), "Send: 151").click();
        says(resident(), "Bulldozers at the entrance. Come to the gate.");
        assertThat(page.locator("#steps .done")).hasCount(4);
    }

    private void answersAreCounted() {
        assertThat(buttons(resident())).hasText(new String[] {"🏃 10 min", "🏃 30 min", "🏃 60 min", "Can’t come"});
        button(resident(), "10 min").click();
        says(resident(), "Your answer: coming in 10 min");
        says(organiser(), Pattern.compile("Coming: [1-9]"));
        says(organiser(), Pattern.compile("Sent: \\d+ of 151"));
        picture("board");
    }

    private void itIsOver() {
        button(resident(), "I’m here").click();
        says(resident(), "Your answer: I’m here");
        says(organiser(), Pattern.compile("There: [1-9]"));
        page.locator("#step-over").click();
        says(organiser(), "alert 1 · over");
        says(resident(), "No need to come any more");
    }

    /** The same page on a phone's browser, in Kazakh: another district, and no words but the bot's own. */
    private void onAPhone() {
        try (Chromium.Window window = open(390, 844, "kk-KZ")) {
            page = window.page();
            assertThat(page.locator("h1")).hasText("Жаттығу");
            assertThat(resident()).isHidden();
            tab("Тұрғын");
            write(resident(), "/leave");
            speaks(resident(), "kk");
            write(resident(), "/start d_shanyrak-2");
            says(resident(), "Шаңырақ-2");
            tab("Ұйымдастырушы");
            write(organiser(), "/alert shanyrak-2");
            button(organiser(), "Send: under 5").click();
            tab("Тұрғын");
            says(resident(), "Үй бұзуға келіп тұр");
            button(resident(), "10 мин").click();
            says(resident(), "10 минутта");
            picture("phone-answer");
            assertThat(window.troubles()).isEmpty();
        }
    }

    private void tab(String name) {
        page.locator(".tabs").getByText(name).click();
    }

    private void speaks(Locator phone, String language) {
        page.waitForResponse(
                "**/language", () -> phone.locator(".tongue select").selectOption(language));
    }

    private static void write(Locator phone, String text) {
        Locator said = phone.locator(".turn.theirs");
        int before = said.count();
        phone.locator(".write input").fill(text);
        phone.locator(".write input").press("Enter");
        // one answer or several
        assertThat(said.nth(before)).isVisible();
    }

    private static Chromium.Window open(int width, int height, String locale) {
        return chromium.open(
                "http://localhost:" + Town.port(program) + "/",
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(locale)
                        .setColorScheme(ColorScheme.valueOf(System.getProperty("dabyl.scheme", "LIGHT"))));
    }

    private Locator resident() {
        return page.locator("#phone-7000001");
    }

    private Locator organiser() {
        return page.locator("#phone-7000002");
    }

    private static Locator buttons(Locator phone) {
        return phone.locator(".turn").last().locator(".row > button");
    }

    private static Locator button(Locator phone, String label) {
        return phone.locator(".row > button", new Locator.LocatorOptions().setHasText(label))
                .last();
    }

    private static void says(Locator phone, String text) {
        assertThat(phone.locator(".turn.theirs").last()).containsText(text);
    }

    private static void says(Locator phone, Pattern text) {
        assertThat(phone.locator(".turn.theirs").last()).containsText(text);
    }

    private void picture(String name) {
        String folder = System.getProperty("dabyl.pictures");
        if (folder != null) {
            page.evaluate("document.querySelectorAll('.toast').forEach(toast => toast.remove())");
            page.evaluate("document.getElementById('guide').scrollTop = 0");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }
}

package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotReady;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuEntry;
import org.dabyl.delivery.MenuTexts;
import org.dabyl.store.TestRedis;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TestRedis.class)
class TelegramMenusTest {

    private static final BotId BOT = new BotId(123456);
    private static final BotReady READY = new BotReady(BOT, "dabyl_bot");

    private final FakeBotApi telegram = new FakeBotApi();
    private final Vault vault = TestVault.create();
    private final Address person = new Address(BOT, vault.seal(new ChatId(42)));
    private TelegramMenus menus = menus("status");

    private TelegramMenus menus(String command) {
        TelegramFleet fleet = new TelegramFleet(telegram.connection(), Clock.systemUTC());
        return new TelegramMenus(fleet, new Texts(command), vault, TestRedis.template(), Patient.with(1));
    }

    private void restart(String command) {
        menus.stop();
        telegram.requests.clear();
        menus = menus(command);
    }

    @AfterEach
    void stop() {
        menus.stop();
        telegram.close();
    }

    @Test
    void everyLanguageGetsItsMenuAndDescriptions() {
        menus.on(READY);
        await().until(() -> telegram.requests.size() == 12);

        List<JsonNode> commands = bodies("setMyCommands");
        assertThat(commands)
                .extracting(body -> body.path("language_code").asText("none"))
                .containsExactly("none", "kk", "ru", "en");
        assertThat(commands)
                .allMatch(body -> body.path("scope").path("type").asText().equals("all_private_chats"));
        assertThat(commands.get(1).path("commands").toString())
                .isEqualTo("[{\"command\":\"status\",\"description\":\"KK\"}]");
        assertThat(bodies("setMyDescription").getFirst().path("description").asText())
                .isEqualTo("about RU");
        assertThat(bodies("setMyShortDescription")
                        .getLast()
                        .path("short_description")
                        .asText())
                .isEqualTo("short EN");
    }

    @Test
    void onlyWhatChangedIsSetAgain() {
        menus.on(READY);
        await().until(() -> telegram.requests.size() == 12);
        await().until(() -> TestRedis.template().opsForHash().size("{123456}:menus") == 12);
        restart("board");

        menus.on(READY);
        menus.plainMenu(person);

        await().until(() -> !bodies("deleteMyCommands").isEmpty());
        assertThat(bodies("setMyCommands")).hasSize(4);
        assertThat(telegram.requests).hasSize(5);
    }

    @Test
    void aFailureIsTriedAgainAndARefusalIsNot() {
        AtomicInteger tries = new AtomicInteger();
        telegram.reply("setMyDescription", Reply.error(400, "Bad Request: too long"));
        telegram.reply(
                "setMyCommands", body -> tries.incrementAndGet() < 3 ? Reply.error(500, "Internal") : Reply.ok("true"));

        menus.on(READY);

        await().until(() -> bodies("setMyShortDescription").size() == 4);
        assertThat(bodies("setMyDescription")).hasSize(4);
        assertThat(bodies("setMyCommands")).hasSize(6);
    }

    @Test
    void anOrganisersMenuIsForTheirChatAndCanBeTakenBack() {
        menus.organiserMenu(person, Language.EN);
        menus.plainMenu(person);

        await().until(() -> telegram.requests.size() == 2);
        JsonNode set = bodies("setMyCommands").getFirst();
        assertThat(set.path("scope").toString()).contains("\"type\":\"chat\"", "42");
        assertThat(set.path("commands").toString()).contains("alert EN");
        assertThat(set.has("language_code")).isFalse();
        assertThat(bodies("deleteMyCommands").getFirst().path("scope").toString())
                .contains("42");
        assertThat(TestRedis.template().hasKey("{123456}:menus")).isFalse();
    }

    private List<JsonNode> bodies(String method) {
        return telegram.requests(method).stream().map(FakeBotApi.Request::body).toList();
    }

    private record Texts(String command) implements MenuTexts {

        @Override
        public List<MenuEntry> supporter(Language language) {
            return List.of(new MenuEntry(command, language.name()));
        }

        @Override
        public List<MenuEntry> organiser(Language language) {
            return List.of(new MenuEntry("alert", "alert " + language));
        }

        @Override
        public String description(Language language) {
            return "about " + language;
        }

        @Override
        public String shortDescription(Language language) {
            return "short " + language;
        }
    }
}

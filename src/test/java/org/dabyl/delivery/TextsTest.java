package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@ExtendWith(TestRedis.class)
class TextsTest {

    static final List<Keyboard> KEYBOARDS = List.of(
            Keyboard.none(),
            new Keyboard.AskLocation("Где вы?"),
            new Keyboard.Below(List.of(List.of(new Keyboard.Key("Келіп тұр", false), new Keyboard.Key("Где", true)))),
            Keyboard.inline(
                    List.of(List.of(Button.press("Келемін", "y:1"), Button.link("Map", "https://example.org")))));

    private final TestBot bot = new TestBot();

    @ParameterizedTest
    @FieldSource("KEYBOARDS")
    void aMessageComesBackAsItWas(Keyboard keyboard) {
        Message message = new Message("Дабыл", "Шаңырақ-1", keyboard, true);
        launch(Map.of(Language.KK, message));

        assertThat(open(Language.KK)).contains(message);
    }

    @Test
    void aLanguageThatIsMissingIsRussianAndThenNone() {
        launch(Map.of(Language.RU, Message.of("ru", Keyboard.none())));
        assertThat(open(Language.KK)).contains(Message.of("ru", Keyboard.none()));

        assertThat(bot.texts.open(TestBot.ID, new DispatchId("other"), Language.KK))
                .isEmpty();
    }

    @Test
    void aTextIsReadFromRedisOnce() {
        launch(Map.of(Language.RU, Message.of("ru", Keyboard.none())));
        open(Language.RU);
        bot.redis.delete(TestBot.key("dispatch:a1.call.1:texts"));

        assertThat(open(Language.RU)).isPresent();
    }

    @Test
    void whatIsKeptOpensOnlyInItsPlace() {
        launch(Map.of(Language.RU, Message.of("ru", Keyboard.none()), Language.KK, Message.of("kk", Keyboard.none())));
        var texts = bot.redis.<String, String>opsForHash();
        String key = TestBot.key("dispatch:a1.call.1:texts");
        texts.put(key, "ru", String.valueOf(texts.get(key, "kk")));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> open(Language.RU)))
                .isInstanceOf(org.dabyl.vault.SealBroken.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new Texts(bot.redis, TestVault.create()).open(TestBot.ID, TestBot.CALL, Language.KK)))
                .isInstanceOf(org.dabyl.vault.SealBroken.class);
    }

    private void launch(Map<Language, Message> texts) {
        bot.dispatches.launch(
                TestBot.ID, new Dispatch(TestBot.CALL, Priority.CALL, false, texts), TestBot.everyoneIn("nobody"));
    }

    private java.util.Optional<Message> open(Language language) {
        return bot.texts.open(TestBot.ID, TestBot.CALL, language);
    }
}

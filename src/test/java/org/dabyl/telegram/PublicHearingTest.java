package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.dabyl.channel.Place;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.InPublic.Standing;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHearingTest {

    private static final BotId BOT = new BotId(1);
    private static final String FROM = "\"from\":{\"id\":42,\"is_bot\":false,\"language_code\":\"kk\"},";

    private final Vault vault = TestVault.create();
    private final Hearing hearing = new Hearing(vault, BOT);
    private final Address person = address(42);
    private final Address group = address(-5);

    @Test
    void aPressCarriesThePersonAndThePlaceAndNoMessage() {
        assertThat(hear(press("\"date\":1,", FROM, "channel")))
                .isEqualTo(new Heard.Public(new InPublic.Pressed(group, 9, person, Language.KK, "p", "a:1")));
    }

    @Test
    void aPressBelowAMessageThatIsNoLongerShownIsHeardToo() {
        assertThat(hear(press("\"date\":0,", FROM, "supergroup"))).isInstanceOf(Heard.Public.class);
    }

    @Test
    void aPressOfNobodyIsOnlyAnswered() {
        assertThat(hear(press("", "", "channel"))).isEqualTo(new Heard.IdlePress("p"));
        assertThat(hear(press("", FROM.replace("42", "-42"), "channel"))).isEqualTo(new Heard.IdlePress("p"));
        assertThat(hear(press("", FROM.replace("false", "true"), "channel"))).isEqualTo(new Heard.IdlePress("p"));
        assertThat(hear(press("", FROM, "channel").replace("\"data\"", "\"x\"")))
                .isEqualTo(new Heard.IdlePress("p"));
        assertThat(hear(press("", FROM, "planet"))).isEqualTo(new Heard.IdlePress("p"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/bind;'';''",
                "/bind shanyrak-1;'';shanyrak-1",
                "/BIND@Dabyl_bot  a ;Dabyl_bot;a",
                "\u200e／bind a;'';a"
            })
    void theOneCommandIsHeard(String text, String bot, String rest) {
        assertThat(hear(message(FROM, "\"text\":\"" + text + "\"")))
                .isEqualTo(
                        new Heard.Public(new InPublic.Asked(new Place(group, false, "Соседи"), 9, person, bot, rest)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":\"/status\"",
                "\"text\":\"/bindx a\"",
                "\"text\":\"hello /bind a\"",
                "\"text\":7",
                "\"text\":\"/bind a\",\"sender_chat\":{\"id\":-5}",
                "\"text\":\"/bind a\",\"forward_origin\":{}",
                "\"migrate_to_chat_id\":5",
                "\"sticker\":{}"
            })
    void everythingElseThatIsSaidIsMetWithSilence(String content) {
        assertThat(hear(message(FROM, content))).isEqualTo(new Heard.Silence());
    }

    @Test
    void whatNobodySaidIsMetWithSilence() {
        assertThat(hear(message("", "\"text\":\"/bind a\""))).isEqualTo(new Heard.Silence());
        String post = message("", "\"text\":\"/bind a\"").replace("\"message\":", "\"channel_post\":");
        assertThat(hear(post)).isEqualTo(new Heard.Silence());
    }

    @Test
    void aMoveIsHeardWhoeverMadeIt() {
        assertThat(hear(message("", "\"migrate_to_chat_id\":-6")))
                .isEqualTo(new Heard.Public(new InPublic.Moved(group, 9, address(-6))));
    }

    @ParameterizedTest
    @CsvSource({
        "administrator,true,WRITES",
        "administrator,false,PRESENT",
        "member,true,PRESENT",
        "restricted,true,PRESENT",
        "left,true,OUT",
        "kicked,true,OUT"
    })
    void whatTheBotIsThereIsHeard(String status, boolean posts, Standing standing) {
        String json = """
                {"my_chat_member":{"chat":{"id":-5,"type":"channel","title":"Соседи"},%s
                "new_chat_member":{"status":"%s","can_post_messages":%s}}}""".formatted(FROM, status, posts);
        assertThat(hear(json))
                .isEqualTo(
                        new Heard.Public(new InPublic.Placed(new Place(group, true, "Соседи"), 9, person, standing)));
    }

    private static String press(String date, String from, String type) {
        return """
                {"callback_query":{"id":"p",%s"message":{%s"message_id":7,"chat":{"id":-5,"type":"%s"}},"data":"a:1"}}""".formatted(from, date, type);
    }

    private static String message(String from, String content) {
        return """
                {"message":{"message_id":7,"date":1,%s"chat":{"id":-5,"type":"group","title":"Соседи"},%s}}""".formatted(from, content);
    }

    private Address address(long id) {
        return new Address(BOT, vault.seal(new ChatId(id)));
    }

    /** The essence is understood as the whole is. */
    private Heard hear(String json) {
        Heard heard = hearing.hear(9, json);
        assertThat(hearing.hear(9, TestEssence.of(json))).isEqualTo(heard);
        return heard;
    }
}

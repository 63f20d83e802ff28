package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {

    private static final BotId BOT = new BotId(1);

    private final Vault vault = TestVault.create();
    private final Hearing hearing = new Hearing(vault, BOT);
    private final Address person = new Address(BOT, vault.seal(new ChatId(42)));

    @Test
    void aTextIsHeardWithItsSpeakerLanguageAndOrder() {
        assertThat(incoming(Updates.text(9, 42, "/start d_bakay")))
                .isEqualTo(new Incoming(person, Language.KK, 9, new Said.Text("/start d_bakay"), 7));
    }

    @Test
    void aPressIsHeardWithItsMessage() {
        assertThat(incoming(Updates.press(9, 42, "a:1")))
                .isEqualTo(new Incoming(person, Language.EN, 9, new Said.Press("press-9", 7, "a:1")));
    }

    @Test
    void aPressWithoutAMessageIsHeard() {
        String json =
                "{\"callback_query\":{\"id\":\"p\",\"from\":{\"id\":42},\"inline_message_id\":\"x\",\"data\":\"d\"}}";
        assertThat(incoming(json)).isEqualTo(new Incoming(person, Language.RU, 9, new Said.Press("p", 0, "d")));
    }

    @Test
    void aMessageThatTelegramNoLongerShowsHasNoId() {
        assertThat(incoming(Updates.press(9, 42, "a").replace("\"date\":1750000000", "\"date\":0"))
                        .said())
                .isEqualTo(new Said.Press("press-9", 0, "a"));
    }

    @Test
    void aPressInAGroupOrWithoutDataIsOnlyAnswered() {
        Heard idle = new Heard.IdlePress("press-9");
        String press = Updates.press(9, 42, "a");
        assertThat(hear(press.replace("private", "supergroup"))).isEqualTo(idle);
        assertThat(hear(press.replace("\"data\"", "\"game_short_name\""))).isEqualTo(idle);
        assertThat(hear(press.replace("\"data\":\"a\"", "\"data\":null"))).isEqualTo(idle);
        assertThat(hear(press.replace("\"from\":{\"id\":42", "\"from\":{\"id\":\"42\"")))
                .isEqualTo(idle);
    }

    @Test
    void aPhotoIsItsLargestSizeWithWhatStandsBelow() {
        String photo = "\"photo\":[{\"file_id\":\"small\"},{\"file_id\":\"large\"}]";
        assertThat(incoming(Updates.message(9, 42, photo)).said()).isEqualTo(new Said.Photo("large", ""));
        assertThat(incoming(Updates.message(9, 42, photo + ",\"caption\":\"gate\""))
                        .said())
                .isEqualTo(new Said.Photo("large", "gate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "7", "[{}]", "[{\"file_id\":7}]", "[{\"file_id\":\"\"}]", "[[]]"})
    void aPhotoWithoutAFileIsNone(String photo) {
        assertThat(incoming(Updates.message(9, 42, "\"photo\":" + photo)).said())
                .isEqualTo(new Said.Other(null));
    }

    @Test
    void placesComeFromLocationsAndVenues() {
        Said place = new Said.Place(43.25, 76.9);
        String location = "\"location\":{\"latitude\":43.25,\"longitude\":76.9}";
        assertThat(incoming(Updates.message(9, 42, location)).said()).isEqualTo(place);
        assertThat(incoming(Updates.message(9, 42, "\"venue\":{\"title\":\"t\"," + location + "}"))
                        .said())
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latitude\":90.1,\"longitude\":1}",
                "{\"latitude\":1,\"longitude\":-181}",
                "{\"latitude\":1e999,\"longitude\":1}",
                "{\"latitude\":\"43\",\"longitude\":\"76\"}",
                "{\"latitude\":43}",
                "null",
                "[]"
            })
    void whatIsNoPlaceOnEarthIsSomethingElse(String location) {
        assertThat(incoming(Updates.message(9, 42, "\"location\":" + location)).said())
                .isEqualTo(new Said.Other(null));
    }

    @Test
    void picturesAndStickersAreSomethingElse() {
        assertThat(incoming(Updates.message(9, 42, "\"photo\":[],\"caption\":\"here\""))
                        .said())
                .isEqualTo(new Said.Other("here"));
        assertThat(incoming(Updates.message(9, 42, "\"sticker\":{},\"caption\":7"))
                        .said())
                .isEqualTo(new Said.Other(null));
        assertThat(incoming(Updates.message(9, 42, "\"text\":7")).said()).isEqualTo(new Said.Other(null));
    }

    @Test
    void blockingAndComingBackAreHeard() {
        assertThat(incoming(membership("private", "kicked")).said()).isEqualTo(new Said.Blocked(true));
        assertThat(incoming(membership("private", "member")).said()).isEqualTo(new Said.Blocked(false));
        assertThat(hear(membership("private", "left"))).isEqualTo(new Heard.Silence());
        assertThat(hear(membership("group", "kicked"))).isEqualTo(new Heard.Silence());
    }

    @Test
    void groupsChannelsAndOtherBotsAreMetWithSilence() {
        String text = Updates.text(9, 42, "hi");
        assertThat(hear(text.replace("private", "group"))).isEqualTo(new Heard.Silence());
        assertThat(hear(text.replace("private", "channel"))).isEqualTo(new Heard.Silence());
        assertThat(hear(text.replace("\"is_bot\":false", "\"is_bot\":true"))).isEqualTo(new Heard.Silence());
        assertThat(hear(text.replace("\"message\"", "\"edited_message\""))).isEqualTo(new Heard.Silence());
        assertThat(hear(text.replace("\"message\"", "\"channel_post\""))).isEqualTo(new Heard.Silence());
    }

    @Test
    void aLongTextIsHeardWhole() {
        String text = "ж".repeat(1_000_000);
        assertThat(incoming(Updates.text(9, 42, text)).said()).isEqualTo(new Said.Text(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}",
                "{\"message\":null}",
                "{\"message\":7}",
                "{\"message\":{\"chat\":{\"type\":\"private\"},\"text\":\"a\"}}",
                "{\"message\":{\"chat\":{\"type\":\"private\",\"id\":\"42\"},\"text\":\"a\"}}",
                "{\"message\":{\"chat\":{\"type\":\"private\",\"id\":42.5},\"text\":\"a\"}}",
                "{\"message\":{\"chat\":{\"type\":\"private\",\"id\":-42},\"text\":\"a\"}}",
                "{\"message\":{\"chat\":{\"type\":\"private\",\"id\":123456789012345678901234567890},\"text\":\"a\"}}",
                "{\"message\":{\"chat\":{\"type\":[\"private\"],\"id\":42},\"text\":\"a\"}}",
                "{\"callback_query\":null}",
                "{\"callback_query\":{\"id\":7,\"data\":\"a\"}}",
                "{\"callback_query\":{\"data\":\"a\",\"from\":{\"id\":42}}}",
                "{\"my_chat_member\":{\"chat\":null,\"new_chat_member\":\"kicked\"}}"
            })
    void whatMakesNoSenseIsMetWithSilence(String json) {
        assertThat(hear(json)).isEqualTo(new Heard.Silence());
    }

    @Test
    void nestingBeyondReasonIsMetWithSilence() {
        assertThat(hear("{\"message\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo(new Heard.Silence());
    }

    @Test
    void oddFieldsDoNotHideAText() {
        String odd = Updates.text(9, 42, "hi").replace("\"language_code\":\"kk\"", "\"language_code\":{\"x\":[1]}");
        assertThat(incoming(odd)).isEqualTo(new Incoming(person, Language.RU, 9, new Said.Text("hi"), 7));
        String noSender = "{\"message\":{\"chat\":{\"type\":\"private\",\"id\":42},\"from\":null,\"text\":\"hi\"}}";
        assertThat(incoming(noSender).said()).isEqualTo(new Said.Text("hi"));
    }

    private static String membership(String type, String status) {
        return """
                {"my_chat_member":{"chat":{"id":42,"type":"%s"},"from":{"id":42},"new_chat_member":{"status":"%s"}}}""".formatted(type, status);
    }

    /** The essence is understood as the whole is. */
    private Heard hear(String json) {
        Heard heard = hearing.hear(9, json);
        assertThat(hearing.hear(9, TestEssence.of(json))).isEqualTo(heard);
        return heard;
    }

    private Incoming incoming(String json) {
        assertThat(hear(json)).isInstanceOf(Heard.Speech.class);
        return ((Heard.Speech) hear(json)).incoming();
    }
}

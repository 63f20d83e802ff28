package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.dabyl.channel.Rights.Finding;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramRightsTest {

    private static final BotId BOT = new BotId(123456);

    private final FakeBotApi telegram = new FakeBotApi();
    private final Vault vault = TestVault.create();
    private final Address place = new Address(BOT, vault.seal(new ChatId(-5)));
    private final TelegramRights rights =
            new TelegramRights(new TelegramFleet(telegram.connection(), Clock.systemUTC()), vault);

    @AfterEach
    void close() {
        telegram.close();
    }

    @ParameterizedTest
    @CsvSource({
        "administrator,true,creator,GRANTED",
        "administrator,true,administrator,GRANTED",
        "administrator,true,member,NOT_THEIRS",
        "administrator,true,left,NOT_THEIRS",
        "administrator,false,creator,BOT_MAY_NOT",
        "member,true,creator,BOT_MAY_NOT",
        "kicked,true,creator,BOT_MAY_NOT"
    })
    void bothHaveToBeAdministrators(String bot, boolean posts, String person, Finding finding) {
        telegram.reply(
                "getChatMember",
                body -> body.path("user_id").asLong() == BOT.value()
                        ? Reply.ok("{\"status\":\"%s\",\"can_post_messages\":%s}".formatted(bot, posts))
                        : Reply.ok("{\"status\":\"%s\"}".formatted(person)));

        assertThat(check()).isEqualTo(finding);
        assertThat(telegram.requests("getChatMember"))
                .allSatisfy(request ->
                        assertThat(request.body().path("chat_id").asLong()).isEqualTo(-5));
    }

    @ParameterizedTest
    @CsvSource({"400,BOT_MAY_NOT", "403,BOT_MAY_NOT", "429,UNKNOWN", "500,UNKNOWN"})
    void whatTelegramDoesNotSayIsNoRight(int code, Finding finding) {
        telegram.reply("getChatMember", Reply.error(code, "no"));

        assertThat(check()).isEqualTo(finding);
    }

    @Test
    void aBotThatIsNotRunIsNotAsked() {
        Address elsewhere = new Address(new BotId(9), place.chat());

        assertThat(rights.check(elsewhere, place.chat())).isEqualTo(Finding.UNKNOWN);
    }

    private Finding check() {
        return rights.check(place, vault.seal(new ChatId(42)));
    }
}

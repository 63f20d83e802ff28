package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.rehearsal.Postbag;
import org.dabyl.rehearsal.Tap;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A crowd that has registered, and presses without end, takes the bot's time from nobody else. */
@Timeout(180)
class SupportersFloodTest {

    private static final int CROWD = 300;
    private static final int PRESSES = 60;
    private static final long FIRST = 4_300_000_000L;
    private static final BotId BOT = new BotId(1_000_001);
    private static final Queue<Tap.Call> CALLS = new ConcurrentLinkedQueue<>();

    private final Town town = Town.with(Tap.on(CALLS::add), "--dabyl.quota.newcomers=1000");
    private final Postbag postbag = Postbag.of(town.program());

    @Test
    void aRegisteredCrowdThatPressesWithoutEndIsHeldOffAndNobodyElse() {
        Seen card = called();
        Phone resident = town.supporter("en", "karasu");
        Broadcast alert = new Broadcast(town, "karasu", 40);
        CALLS.clear();
        pressed(card);
        alert.begin();
        alert.reachesEverybody(Duration.ofSeconds(60));
        resident.waitFor("Trouble").presses("10 min");
        alert.organiser().waitFor("Coming: 1");
        resident.presses("30 min").waitFor("coming in 30 min");
        await().atMost(Duration.ofSeconds(60)).until(() -> postbag.waiting() == 0);

        // the quota alone takes 65 presses of each
        assertThat(answers()).isLessThan(CROWD * PRESSES / 2);
        assertThat(CALLS).anyMatch(call -> call.body().path("text").asString("").contains("Too fast"));

        // and they are heard again when they rest
        CALLS.clear();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(11))
                .until(() -> {
                    boolean heard = answers() > 0;
                    postbag.add(press(FIRST, card));
                    return heard;
                });
    }

    @Test
    void whoWantsToBeGoneIsNeverTooFast() {
        Listener listener = town.program().getBean(Listener.class);
        assertThat(hasty(listener, "/leave")).isFalse();
        assertThat(hasty(listener, "/forget")).isFalse();
        assertThat(hasty(listener, "/status")).isTrue();
    }

    private boolean hasty(Listener listener, String text) {
        Address person = new Address(BOT, town.program().getBean(Vault.class).seal(new ChatId(FIRST)));
        return LongStream.range(1, 20)
                .anyMatch(
                        order -> listener.hasty(new Incoming(person, Language.EN, order, new Said.Text(text)), false));
    }

    private static long answers() {
        return CALLS.stream()
                .filter(call -> call.method().equals("answerCallbackQuery"))
                .count();
    }

    /** A crowd that was called. */
    private Seen called() {
        Supporters supporters = town.program().getBean(Supporters.class);
        Vault vault = town.program().getBean(Vault.class);
        LongStream.range(FIRST, FIRST + CROWD).forEach(id -> {
            postbag.person(id, "en");
            supporters.register(
                    new Address(BOT, vault.seal(new ChatId(id))),
                    DistrictCode.parse("ulzhan").orElseThrow(),
                    Language.EN);
        });
        Phone organiser = town.organiser("en", "ulzhan");
        organiser.writes("/alert ulzhan Fire").waitFor("Sending takes").presses("Send");
        LongStream.range(FIRST, FIRST + CROWD).forEach(id -> town.known(id).waitFor("Fire"));
        return town.known(FIRST).next();
    }

    private void pressed(Seen card) {
        for (int times = 0; times < PRESSES; times++) {
            LongStream.range(FIRST, FIRST + CROWD).forEach(id -> postbag.add(press(id, card)));
        }
    }

    private ObjectNode press(long id, Seen card) {
        return (ObjectNode) new JsonMapper().readTree("""
                {"callback_query":{"id":"%s","from":{"id":%2$d,"is_bot":false,"first_name":"x","language_code":"en"},
                "message":{"message_id":%3$d,"chat":{"id":%2$d,"type":"private"},"date":1},"data":"%4$s"}}""".formatted(
                        postbag.press(id), id, card.id(), card.button("10 min").data()));
    }
}

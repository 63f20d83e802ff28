package org.dabyl.smoke;

import static org.dabyl.smoke.Town.town;

import java.util.concurrent.atomic.AtomicLong;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;

/** What was written while Redis was away for long: an organiser's word does nothing any more, an answer still counts. */
class LateWordsTest {

    private static final AtomicLong ORDER = new AtomicLong(Integer.MAX_VALUE);

    @Test
    void anOrganisersWordForOthersIsNotDoneMinutesLater() {
        Phone organiser = town().organiser("en", "shugyla");
        Phone supporter = town().supporter("en", "shugyla");
        organiser.writes("/alert shugyla late words").waitFor("late words");
        organiser.presses("Send");
        supporter.waitFor("late words");

        heardLate(organiser, "/standdown over");
        organiser.waitFor("write it again");
        heardLate(organiser, "the gate is in the east now");
        organiser.waitFor("write it again");
        heardLate(organiser, "/panic wipe nightingale");
        organiser.waitFor("Only the owner");
        heardLate(supporter, "/yes 10");
        supporter.waitFor("10 min");
        heardLate(supporter, "/standdown over");
        supporter.waitFor("/help");

        organiser.writes("/board").waitFor("Coming: 1");
    }

    private static void heardLate(Phone phone, String text) {
        var program = town().program();
        Address from =
                new Address(new BotId(1_000_001), program.getBean(Vault.class).seal(new ChatId(phone.id())));
        program.getBean(Listener.class)
                .hearLate(new Incoming(from, Language.EN, ORDER.getAndIncrement(), new Said.Text(text)));
    }
}

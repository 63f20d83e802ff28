package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dabyl.panic.PanicProgram;
import org.junit.jupiter.api.Test;

/** Who ends a lock is a setting; whoever may not is told who may, and nothing is unlocked. */
class PanicUnlockTest {

    private static final String OWNER = "Only the owner unlocks: /panic unlock";
    private static final String TWO = "Two organisers unlock, within 5 minutes: /panic unlock";
    private static final String MACHINE = "Nobody unlocks in Telegram: only who works on the machine.";
    private static final String ASKED = "A second organiser has to confirm within 5 minutes";
    private static final String AGREE = "An organiser asks to unlock everything";

    @Test
    void theOwnerWhereNothingElseIsSet() {
        Town town = Town.with("--dabyl.acts.pause=1s");
        Phone organiser = town.organiser("en", "bakay");
        Phone other = town.organiser("en", "bakay");
        Phone supporter = town.supporter("en", "bakay");

        locks(organiser, OWNER);
        for (Phone one : new Phone[] {organiser, other}) {
            one.writes("/panic unlock").expect(OWNER);
            pressesUnlock(one).expect(OWNER);
        }
        assertLocked(town, supporter);

        town.owner().writes("/panic unlock").waitFor("Unlocked");
        assertUnlocked(town, supporter);
        organiser.acts("unlocked everything");
        assertThat(organiser.everything()).doesNotContain(AGREE);
    }

    @Test
    void twoOrganisersWhereThatIsSet() {
        Town town = Town.with("--dabyl.panic.unlock=two", "--dabyl.acts.pause=1s");
        Phone organiser = town.organiser("en", "bakay");
        Phone other = town.organiser("en", "dariya");
        Phone supporter = town.supporter("en", "bakay");
        Phone accomplice = invitedBy(town, organiser, "bakay");
        Phone agent = town.organiser("en", "ulzhan");
        Phone colleague = town.organiser("en", "ulzhan");
        cutOff(town, agent, colleague);
        locks(organiser, TWO);

        organiser.writes("/panic unlock").expect(ASKED);
        pressesUnlock(organiser).expect(ASKED);
        accomplice.writes("/panic unlock").waitFor("do not count as one of two yet");
        agent.writes("/board").waitFor("Paused").writes("/panic lock").waitFor(TWO);
        pressesUnlock(agent).waitFor(ASKED);
        assertLocked(town, supporter);
        town.owner().waitFor(AGREE);
        other.waitFor(AGREE);
        assertThat(accomplice.everything() + agent.everything()).doesNotContain(AGREE);
        pressesUnlock(organiser).expect(ASKED);
        organiser.writes("/panic unlock").expect(ASKED);
        assertThat(other.unread()).as("asked again for the same").isEmpty();

        other.presses("Unlock").waitFor("Unlocked");
        assertUnlocked(town, supporter);
        organiser.acts("unlocked everything");
        town.owner().acts("unlocked everything");
        agent.writes("/board").waitFor("no alert now");

        locks(organiser, TWO);
        town.owner().writes("/panic unlock").waitFor(ASKED);
        assertLocked(town, supporter);
        organiser.waitFor(AGREE).writes("/panic unlock").waitFor("Unlocked");
        assertUnlocked(town, supporter);
    }

    @Test
    void nobodyInTelegramWhereItIsTheMachine() {
        Town town = Town.with("--dabyl.panic.unlock=machine");
        Phone organiser = town.organiser("en", "bakay");
        Phone supporter = town.supporter("en", "bakay");

        locks(organiser, MACHINE);
        for (Phone one : new Phone[] {organiser, town.owner()}) {
            one.writes("/panic unlock").waitFor(MACHINE);
            pressesUnlock(one).expect(MACHINE);
        }
        assertLocked(town, supporter);
        assertThat(organiser.everything()).doesNotContain(AGREE);

        String data = "--dabyl.data=" + town.program().getEnvironment().getProperty("dabyl.data");
        assertThat(PanicProgram.run("unlock", data)).isZero();
        assertUnlocked(town, supporter);
        organiser.writes("/panic").waitFor("Lock: nothing goes out");
        assertThat(organiser.last().labels()).anyMatch(label -> label.contains("Lock everything"));
    }

    private static void locks(Phone organiser, String whoUnlocks) {
        organiser.writes("/panic lock").waitFor("Locked. Nothing goes out");
        assertThat(organiser.last().text()).endsWith(whoUnlocks);
    }

    private static Phone pressesUnlock(Phone organiser) {
        return organiser.writes("/panic").waitFor("Lock: nothing goes out").presses("Unlock");
    }

    private static void assertLocked(Town town, Phone supporter) {
        assertThat(Health.of(town, "panic")).contains("OUT_OF_SERVICE");
        supporter.writes("/status").expect("Paused");
    }

    private static void assertUnlocked(Town town, Phone supporter) {
        await().untilAsserted(() -> assertThat(Health.of(town, "panic")).contains("UP"));
        await().untilAsserted(() -> supporter.writes("/status").expect("You are registered"));
    }

    private static Phone invitedBy(Town town, Phone organiser, String code) {
        String link =
                organiser.writes("/invite " + code).waitFor("?start=o_").last().link();
        return town.phone("en").opens(link).waitFor("You are an organiser");
    }

    private static void cutOff(Town town, Phone agent, Phone colleague) {
        colleague.writes("/suspend").waitFor("Two of you together");
        String number = colleague.last().button("Ulzhan").label().replaceAll("\\D+", "");
        for (Phone by : new Phone[] {colleague, town.owner()}) {
            by.writes("/suspend").waitFor("Two of you together").presses(number);
            by.waitFor("Suspend organiser " + number).presses("Yes, suspend").waitFor("rganiser " + number);
        }
        assertThat(agent.unread()).isEmpty();
    }
}
